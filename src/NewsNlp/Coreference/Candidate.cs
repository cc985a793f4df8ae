namespace NewsNlp.Coreference;

/// <summary>A cluster that a pronoun may refer to, seen from its mention nearest to the pronoun.</summary>
/// <param name="Mention">That mention.</param>
/// <param name="Rank">How many candidates stand nearer.</param>
/// <param name="PersonRank">How many candidates that are people stand nearer.</param>
/// <param name="Sentences">How many sentences back; 0 in the same sentence.</param>
/// <param name="MentionsBetween">How many mentions of any kind stand between.</param>
/// <param name="Follows">The mention stands behind the pronoun, in the same sentence.</param>
/// <param name="Continues">The latest pronoun of the same kind refers to it.</param>
/// <param name="IsFirstInSentence">The mention is the first of its sentence.</param>
/// <param name="CountRank">How many candidates of the same kind, person or not, are mentioned more often.</param>
/// <param name="Here">What the cluster's mentions before the pronoun do in its sentence: bits for subject, object, possessive and else.</param>
/// <param name="Before">The same for the sentence before.</param>
/// <param name="Recent">How many of the cluster's mentions stand in these two sentences and the one before them.</param>
/// <param name="After">The same for the names of the sentence behind.</param>
/// <param name="Ahead">The cluster's next mention behind the pronoun in its sentence; -1 where there is none.</param>
/// <param name="TakenUp">How often pronouns of the same kind in the pronoun's sentence refer to it.</param>
internal record struct Candidate(
    int Mention, int Rank, int PersonRank, int Sentences, int MentionsBetween, bool Follows, bool Continues, bool IsFirstInSentence,
    int CountRank, int TakenUp, byte Here, byte Before, byte Recent, byte After, int Ahead);
