namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>The form of a word in a clause, by short lists of English function words.</summary>
internal enum WordForm : byte
{
    /// <summary>A noun, a verb or an adjective: any word in no list.</summary>
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

    /// <summary>Before the agent of a passive verb.</summary>
    By,

    /// <summary>Before an origin.</summary>
    From,

    /// <summary>Before a recipient or an infinitive.</summary>
    To,

    /// <summary>Any other preposition.</summary>
    Preposition,

    /// <summary>"who" or "whom".</summary>
    Who,

    /// <summary>"when", "where", "why", "how".</summary>
    Circumstance,

    /// <summary>Another interrogative or relative pronoun.</summary>
    Interrogative,

    /// <summary>"many", which precedes what is counted.</summary>
    Many,

    /// <summary>"and", "or".</summary>
    Conjunction,

    /// <summary>An adverb, or "not".</summary>
    Adverb,
}
