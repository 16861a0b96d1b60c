namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>What the matcher knows of English beyond any one set: how words are shortened, and which words carry no topic.</summary>
internal static class EnglishWords
{
    /// <summary>Words of grammar and of asking: that they are not in a set says nothing about what is asked.</summary>
    public static readonly string[] Grammar = Words("""
        a about above after again all almost already also although always am an and another any anybody anyone anything anyway are around as
        ask asked asking at away back basically be because been before being below between both but by can cannot case certain come comes could
        cool course cuz day dear did different do does doing done down due during each either else enough especially even ever every everyone everything
        exactly explain explained fact far few find first for found from full further gave get gets getting give given gives go goes going gone gonna gotta good got
        great guess guys had happen happened happens has have having he hello help her here hers hey hi him his how however i idea if in
        info information inside instead into is it its itself just keep kind kinda know known last later least let like little long look looked looking lot made
        make makes many matter may maybe me mean means meant might mine more most much must my myself name need needs never new next nice no
        none nor not nothing now of off often ok okay on once one ones only open or other others our out over own part particular
        people perhaps person piece please possible possibly pretty put question quick quite rather read reading real really reason regarding right said same saw say
        saying says see seem seems seen several shall she should show shows since so some somebody somehow someone something sometimes somewhere sorry sort
        specific specifically still stuff such sure take taken takes talk talked talking tell telling than thank thanks that the their theirs them then
        there these they thing things think this those though thought through thus till to today together told too toward towards tried true try trying
        two under understand until up upon us use used using usually very via wait wanna want wanted wants was way ways we well went were what
        whatever when whenever where wherever whether which while who whoever whole whom whose why will wish with within without wonder wondering word words
        would yeah yes yet you your yours yourself correct bit actually heard hear curious remind details detail describe mentioned mention mentions
        article text story piece page news
        """);

    /// <summary>Words that turn a question round.</summary>
    public static readonly string[] Negations = Words("not no never none neither nor without nobody nothing");

    /// <summary>Words by which a question says what kind of thing it is after.</summary>
    public static readonly string[] Interrogatives = Words("who whom whose what when where why how which");

    /// <summary>Short forms and what they stand for; an empty form drops the word.</summary>
    public static readonly Dictionary<string, string> ShortForms = Pairs("""
        whats=what is|whos=who is|wheres=where is|whens=when is|whys=why is|hows=how is|thats=that is|theres=there is|heres=here is|its=it
        dont=do not|doesnt=does not|didnt=did not|isnt=is not|arent=are not|wasnt=was not|werent=were not|cant=can not|couldnt=could not
        cannot=can not|wont=will not|wouldnt=would not|shouldnt=should not|hasnt=has not|havent=have not|hadnt=had not|aint=is not
        im=i am|ive=i have|id=i would|youre=you are|theyre=they are|weve=we have|theyve=they have
        u=you|ur=your|r=are|y=why|wut=what|wat=what|wot=what|wats=what is|pls=please|plz=please|plss=please|thx=thanks|ty=thanks|abt=about|bc=because
        cuz=because|coz=because|b4=before|ppl=people|govt=government|govts=governments|gov=government|govs=governments|rn=now|idk=|tbh=|lol=|lmao=|btw=|fyi=|imo=|imho=|omg=|smh=
        yo=|umm=|um=|uh=|hmm=|bro=|dude=|mate=|fr=|ngl=|tho=though|thru=through|w=with|wo=without|vs=versus|wtf=what|wth=what|gimme=give me|lemme=let me|wanna=want to|gonna=going to|gotta=got to
        dunno=do not know|kinda=kind of|sorta=sort of|srsly=seriously|obv=obviously|prob=probably|probs=probably|info=information|convo=conversation|convos=conversations
        msgs=messages|msg=message|vid=video|vids=videos|pics=pictures|pic=picture|docs=documents|doc=document|2day=today|yr=year|yrs=years|tmrw=tomorrow|tho=though
        """);

    private static string[] Words(string list) => list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Pairs(string list)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in list.Split((char[])['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            pairs[pair[..at]] = pair[(at + 1)..];
        }

        return pairs;
    }
}
