namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Groups of everyday English words that people use for the same thing. A word counts as itself and, more lightly, as each of its groups, so
/// that a question may use a word that no phrasing has.
/// </summary>
internal static class EnglishThesaurus
{
    /// <summary>One group a line; words in any form, for they are compared by stem. A long list, and one thing.</summary>
    private const string Groups = """
        ask request inquire query
        say state tell claim declare announce mention remark statement comment
        argue argument contend maintain insist assert reason case
        explain describe clarify elaborate outline detail
        mean definition define meaning stand
        want wish desire demand request require seek call
        urge push press pressure lean insist
        need require necessary must
        stop halt cease end quit terminate discontinue
        prevent block stop impede hinder hamper obstruct bar thwart preclude
        delay postpone defer pause wait
        cancel abort revoke undo withdraw annul
        begin start launch commence initiate open
        finish complete end conclude close wrap
        continue proceed resume keep
        change alter modify adjust switch update edit revise shift
        make create build produce construct generate design develop
        fix repair mend correct restore
        break broken damage ruin smash crack
        give provide supply offer hand grant
        get obtain receive acquire gain fetch
        take grab seize
        send transmit deliver ship mail post dispatch forward
        buy purchase order shop pay
        sell vend market
        pay payment bill charge settle
        cost price fee charge expense rate amount expensive
        cheap inexpensive affordable low
        money cash fund dollar buck currency
        earn income salary wage paycheck pay payday
        save saving deposit
        spend spending expenditure purchase
        transfer move wire send
        borrow loan lend lending mortgage
        owe debt due
        tax irs taxation
        bank account checking savings
        card credit debit visa mastercard
        lose lost misplace missing miss
        steal stolen theft rob robbery
        fraud fraudulent scam suspicious fake
        report notify inform alert tell flag
        warn warning alert caution
        help assist aid support assistance
        protect defend guard secure shield safeguard protection
        safe safety secure security
        danger dangerous risk risky threat hazard peril
        harm hurt damage injure undermine weaken endanger
        worry concern fear afraid anxious alarm
        attack assault strike
        crime criminal offence felony illegal
        criminal offender perpetrator culprit crook suspect
        catch arrest capture detain
        prosecute charge try justice court convict
        investigate investigation probe examine inquire inspect
        police officer cop detective sheriff
        spy surveillance snoop monitor eavesdrop
        hide conceal secret mask
        read view see look watch
        write wrote written author draft compose pen
        publish release issue print put out
        sign signed signature
        letter note message mail memo
        text message sms chat
        call phone telephone ring dial
        talk speak chat converse conversation discuss
        contact reach communicate
        answer reply respond response
        agree accept consent approve
        refuse reject decline deny disagree oppose
        allow let permit enable permission
        forbid ban prohibit outlaw bar
        law legislation statute act legal
        rule regulation policy guideline
        government state administration authority
        official minister secretary officer politician
        country nation land
        leader boss chief head director manager
        company firm business corporation organization
        worker employee staff employer
        job work occupation profession career employment position
        expert specialist professional authority
        team group crew
        person people individual human folk
        man guy male
        woman lady female girl
        child kid children minor baby
        friend pal buddy mate
        family relative parent mother father mom dad
        name called title named
        identity identify who
        big large huge great giant
        small little tiny minor
        long lengthy length
        short brief concise
        fast quick rapid speedy soon
        slow slowly
        new recent latest fresh
        old former previous earlier past
        now currently present today
        next upcoming following
        later afterwards after
        day date
        time hour clock when
        week weekly
        month monthly
        year annual yearly
        schedule calendar agenda plan
        meeting appointment event conference
        plan intend intention aim goal purpose
        remind reminder remember
        alarm wake
        timer countdown
        reserve reservation book booking
        hotel motel lodging room accommodation
        travel trip journey visit vacation holiday
        flight plane fly airline airport
        luggage baggage suitcase bag
        car vehicle auto automobile truck
        drive driving ride
        gas fuel petrol gasoline
        oil lubricant
        tire wheel
        road street route highway
        direction route way navigate path
        distance far mile kilometer
        map gps
        traffic congestion jam
        bus train subway transit
        taxi uber cab lyft
        parking park
        passport visa document
        weather forecast temperature rain sunny snow
        food meal dish cuisine eat
        restaurant diner eatery bistro cafe
        cook bake make prepare roast
        recipe cook ingredient
        ingredient contain
        replace substitute swap alternative instead
        calorie nutrition fat healthy
        drink beverage
        dinner lunch breakfast supper
        taste flavor delicious
        spoil expire expiration bad rot
        shopping grocery list
        store shop market
        product item good
        quality review rating rate
        best top greatest favorite
        good great fine nice excellent
        bad poor terrible awful
        like love enjoy favorite
        hate dislike
        music song track tune
        play playing
        album artist band singer
        playlist
        volume loud sound audio
        quiet silent mute
        language speak tongue
        translate translation
        spell spelling
        word term phrase
        definition mean define
        calculate compute math sum total
        number count figure amount quantity
        convert exchange
        measure measurement size
        increase raise grow rise expand up
        decrease reduce lower drop cut down
        limit maximum cap
        minimum least lowest
        balance amount total
        score rating
        improve better boost enhance
        check verify confirm validate
        test try trial exam
        search find locate look discover
        show display present list
        open unlock
        close shut lock
        on activate enable turn
        off deactivate disable
        set adjust configure setup
        reset restart reboot
        password pin passcode code
        user account profile
        online internet web
        website site page
        computer laptop pc device
        phone smartphone cellphone mobile
        light lamp bulb
        house home
        insurance insured coverage policy
        doctor hospital medical health
        vaccine shot immunization
        sick ill disease
        medicine drug
        age old birthday born
        origin come from born
        live reside residence
        joke funny laugh humor
        story tale
        fact trivia
        coin flip toss
        dice roll die
        game play sport
        hobby pastime interest
        pet dog cat animal
        meaning life
        robot bot ai computer machine
        human real person
        thank thanks appreciate grateful
        hello hi hey greet
        bye goodbye farewell
        yes yeah yep sure correct affirmative
        no nope nah negative
        maybe perhaps unsure possibly
        repeat again
        right correct true accurate
        wrong false incorrect mistake error
        truth fact real genuine
        lie lying false
        cause reason why because
        result outcome consequence effect
        happen occur take place
        influence affect impact effect
        important critical crucial vital significant essential
        easy simple
        hard difficult tough challenging
        possible can able
        full entire whole complete
        part piece section portion
        several many multiple numerous
        few couple handful
        all every everyone everybody
        only sole just
        another other else additional more extra
        same similar alike
        different difference differ distinct
        public open
        private privacy confidential personal
        privacy private secret
        message communication conversation chat
        content material data
        data information info
        access entry enter
        decrypt unlock decode crack
        encrypt encryption scramble encode cipher
        spokesman spokesperson representative
        reporter journalist writer author
        news article story report
        headline title heading
        summary overview gist summarize recap
        quote quotation cite say
        point argument
        opinion view stance think belief
        critic criticism criticize condemn slam
        praise applaud commend
        support back favor endorse
        fight battle combat
        win victory beat
        abuse exploitation mistreat
        victim survivor
        terrorist terrorism terror extremist
        hacker hack cybercriminal
        foreign overseas abroad
        world global everywhere worldwide
        industry sector business
        economy economic financial
        future ahead
        internet web online
        platform service network
        app application program software
        feature function functionality tool
        technology tech technical
        consult consultation discuss confer
        advise advice recommend suggest suggestion
        order command
        apply application
        approve approval
        status state progress
        track tracking follow
        direct deposit
        retirement retire pension 401k
        vacation pto leave
        rollover roll
        """;

    private static readonly Dictionary<ulong, ulong[]> GroupsByStem = Build();

    /// <summary>The keys of the groups that a stem is in; none for most.</summary>
    public static ReadOnlySpan<ulong> GroupsOf(ulong stem) => GroupsByStem.TryGetValue(stem, out var groups) ? groups : default;

    private static Dictionary<ulong, ulong[]> Build()
    {
        var lists = new Dictionary<ulong, List<ulong>>();
        foreach (var line in Groups.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var group = Hash.Of(line, 't');
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var stem = Stems.KeyOf(word);
                if (!lists.TryGetValue(stem, out var groups)) lists[stem] = groups = [];
                if (!groups.Contains(group)) groups.Add(group);
            }
        }

        return lists.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }
}
