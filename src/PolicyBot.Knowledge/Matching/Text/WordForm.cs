namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>What a word does in a clause, as far as short lists of English grammar tell.</summary>
internal enum WordForm : byte
{
    /// <summary>A noun, a verb or an adjective: anything that no list has.</summary>
    Content,

    /// <summary>"the", "his".</summary>
    Determiner,

    /// <summary>A form of "be".</summary>
    Be,

    /// <summary>A form of "do".</summary>
    Do,

    /// <summary>"has", "would".</summary>
    Modal,

    /// <summary>A pronoun that can only be a subject: "I", "they".</summary>
    Pronoun,

    /// <summary>Who does it, in the passive voice.</summary>
    By,

    /// <summary>Where it comes from.</summary>
    From,

    /// <summary>Before a recipient or an infinitive.</summary>
    To,

    /// <summary>Any other preposition.</summary>
    Preposition,

    /// <summary>"who" or "whom".</summary>
    Who,

    /// <summary>"when", "where", "why", "how".</summary>
    Circumstance,

    /// <summary>Another word that asks, or begins a relative clause.</summary>
    Interrogative,

    /// <summary>"many", which is followed by what is counted.</summary>
    Many,

    /// <summary>"and", "or".</summary>
    Conjunction,

    /// <summary>An adverb, or "not".</summary>
    Adverb,
}
