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
        would yeah yes yet you your yours yourself correct bit actually heard supposed suppose exact claim claimed claims hear curious remind details detail describe mentioned mention mentions
        article text story piece page news
        """);

    /// <summary>Words that turn a question round.</summary>
    public static readonly string[] Negations = Words("not no never none neither nor nobody nothing");

    /// <summary>Words by which a question says what kind of thing it is after.</summary>
    public static readonly string[] Interrogatives = Words("who whom whose what when where why how which");

    /// <summary>Words after which 's is "is".</summary>
    public static readonly HashSet<string> TakesIs = [.. Interrogatives, "it", "that", "there", "here", "he", "she", "this"];

    /// <summary>Short forms and what they stand for; an empty form drops the word.</summary>
    public static readonly Dictionary<string, string> ShortForms = Pairs("""
        whats=what is|whos=who is|wheres=where is|whens=when is|whys=why is|hows=how is|thats=that is|theres=there is|heres=here is|its=it
        dont=do not|doesnt=does not|didnt=did not|isnt=is not|arent=are not|wasnt=was not|werent=were not|cant=can not|couldnt=could not
        cannot=can not|wont=will not|wouldnt=would not|shouldnt=should not|hasnt=has not|havent=have not|hadnt=had not|aint=is not
        im=i am|ive=i have|id=i would|youre=you are|theyre=they are|weve=we have|theyve=they have
        s=|u=you|ur=your|r=are|y=why|wut=what|wat=what|wot=what|wats=what is|pls=please|plz=please|plss=please|thx=thanks|ty=thanks|abt=about|bc=because
        cuz=because|coz=because|b4=before|ppl=people|govt=government|govts=governments|gov=government|govs=governments|rn=now|idk=|tbh=|lol=|lmao=|btw=|fyi=|imo=|imho=|omg=|smh=
        yo=|umm=|um=|uh=|hmm=|bro=|dude=|mate=|fr=|ngl=|tho=though|thru=through|w=with|wo=without|vs=versus|wtf=what|wth=what|gimme=give me|lemme=let me|wanna=want to|gonna=going to|gotta=got to
        dunno=do not know|kinda=kind of|sorta=sort of|srsly=seriously|obv=obviously|prob=probably|probs=probably|info=information|convo=conversation|convos=conversations
        msgs=messages|msg=message|vid=video|vids=videos|pics=pictures|pic=picture|docs=documents|doc=document|2day=today|yr=year|yrs=years|tmrw=tomorrow|tho=though
        """);

    /// <summary>How people lead up to a question or round it off: it says nothing of what is asked, and is passed over.</summary>
    public static readonly string[] Fillers = """
        can you tell me|could you tell me|can u tell me|can someone tell me|could someone tell me|can anyone tell me|could anyone tell me|would you tell me|will you tell me|please tell me|tell me
        can you explain|could you explain|please explain|explain to me|can someone explain|could someone explain|can you say|could you say
        i wonder|i am wondering|i was wondering|i would like to know|i would love to know|i would like to hear|i would like to understand|i would be interested to know|i would be interested to hear
        i want to know|i need to know|i am trying to find out|i am trying to understand|i am curious|just curious|i am asking|i was asked|i am not sure
        do you know|do we know|does anyone know|does anybody know|anyone know|any idea|any clue|is it known|let me know|help me understand|remind me|quick question|one question
        i heard that|i heard|i read that|i have heard|i have read|i was told that|i was told|i am told|someone told me that|someone told me|somebody told me|someone said that|someone said|somebody said
        someone claimed|somebody claimed|my friend says|my friend said|people say|they say|is it true that|is it true|is it correct that|is it right that|is it the case that|is that true|is that right|is that correct|is that so|am i right|right or wrong
        according to the article|according to the text|according to this article|in the article|in this article|in the text|in the story|in this story|in the piece|from the article|by the article
        does the article say|does the article tell|does the article mention|does the text say|does it say|the article says|it says
        hey|yo|eh|hmm|umm|um|uh|oh|ah|haha|hahaha|actually|basically|seriously|anyway|hey guys
        """.Split((char[])['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

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
