using System.Collections.Concurrent;
using NewsNlp.Drafts;

namespace NewsNlp.Syntax;

/// <summary>
/// Tokens and tags to dependency trees: one tree for each sentence, projective, with one root. Tags that the tagger was in doubt about are mended on the way,
/// with their lemmas; the tree is built from those before.
/// </summary>
/// <param name="mending">Null where no tag is to be mended.</param>
internal sealed class SyntaxStep(ParserModel model, TagMending? mending = null) : IStep
{
    /// <summary>
    /// A longer sentence is parsed in pieces of so many words, and the roots of later pieces become <c>parataxis</c> of the first root: a
    /// megabyte without a full stop then needs no more memory than a page.
    /// </summary>
    public const int MaxWords = 256;

    private static readonly byte Parataxis = Relations.IndexOf("parataxis");

    private readonly ConcurrentBag<Workspace> _workspaces = [];

    public static StepRecipe Recipe { get; } =
        new("AddSyntax", Layers.Tokens | Layers.Tags, Layers.Syntax, Create);

    public void Run(DocumentDraft draft)
    {
        if (!_workspaces.TryTake(out Workspace? workspace)) workspace = new Workspace(model, mending);
        foreach (SentenceData sentence in draft.Sentences) Parse(draft, sentence, workspace);
        _workspaces.Add(workspace);
    }

    private static SyntaxStep Create(ModelSource models)
    {
        ParserModel parser = ParserModel.Load(models);
        return new SyntaxStep(parser, TagMending.Load(models, parser.WindowBytes));
    }

    private static void Parse(DocumentDraft draft, SentenceData sentence, Workspace workspace)
    {
        int root = -1;
        for (int first = sentence.FirstToken; first < sentence.EndToken; first += MaxWords)
        {
            int pieceRoot = ParsePiece(draft, first, Math.Min(MaxWords, sentence.EndToken - first), workspace);
            if (root < 0) root = pieceRoot;
            else (draft.TokenBuffer[pieceRoot].Head, draft.TokenBuffer[pieceRoot].Relation) = (root, Parataxis);
        }
    }

    // Gives the token that is the root.
    private static int ParsePiece(DocumentDraft draft, int first, int count, Workspace workspace)
    {
        ParserState state = workspace.State;
        state.Start(count);
        workspace.Network.ReadSentence(draft, first, count);
        workspace.Retagger?.Retag(draft, first, count, workspace.Network);
        while (!state.IsDone) MoveOn(state, workspace.Network);
        int root = first + state.Stack(0);
        for (int i = 0; i < count; i++)
        {
            ref TokenData token = ref draft.TokenBuffer[first + i];
            token.Head = state.Head(i) < 0 ? -1 : first + state.Head(i);
            token.Relation = first + i == root ? Relations.Root : state.Relation(i);
        }
        return root;
    }

    private static void MoveOn(ParserState state, ParserNetwork network)
    {
        // An empty stack leaves no choice.
        if (state.StackSize == 0)
        {
            state.Shift();
            return;
        }
        network.ReadState(state);
        ParserMove move = state.Next < state.Count ? network.BestMove(state) : ParserMove.Right;
        if (move == ParserMove.Shift) state.Shift();
        else if (move == ParserMove.Left) state.Left(network.BestRelation(move));
        else state.Right(network.BestRelation(move));
    }

    private sealed class Workspace(ParserModel model, TagMending? mending)
    {
        public ParserState State { get; } = new(MaxWords);

        public ParserNetwork Network { get; } = new(model, MaxWords);

        public Retagger? Retagger { get; } = mending is null ? null : new Retagger(mending.Retags, mending.Lemmas);
    }
}
