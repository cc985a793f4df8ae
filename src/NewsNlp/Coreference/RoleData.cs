namespace NewsNlp.Coreference;

/// <summary>A title or description of a mention: tokens <c>[First, End)</c>.</summary>
/// <param name="Mention">Whom it describes.</param>
/// <param name="Head">Its main word: <c>minister</c> in <c>Turkish Foreign Minister</c>.</param>
internal readonly record struct RoleData(int Mention, int First, int End, int Head);
