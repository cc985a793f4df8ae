using NewsNlp.Drafts;

namespace NewsNlp.Syntax;

/// <summary>
/// The dependency trees of a document, ready to be asked: children, subtrees, ancestors. Made once from the heads; no query allocates.
/// A token without a tree is a root without children.
/// </summary>
internal sealed class SyntaxTrees
{
    private readonly int[] _head;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _leftEdge;
    private readonly int[] _rightEdge;

    private SyntaxTrees(int count)
    {
        _head = new int[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _leftEdge = new int[count];
        _rightEdge = new int[count];
    }

    public static SyntaxTrees Of(DocumentDraft draft)
    {
        SyntaxTrees trees = new(draft.TokenCount);
        for (int i = 0; i < draft.TokenCount; i++) trees._head[i] = draft.TokenBuffer[i].Head;
        trees.LinkChildren();
        trees.SpreadEdges();
        return trees;
    }

    /// <summary>-1 for a root.</summary>
    public int Head(int token) => _head[token];

    /// <summary>The tokens whose head is <paramref name="token"/>, in text order.</summary>
    public ChildList Children(int token) => new(this, token);

    /// <summary>First token of the subtree of <paramref name="token"/>, itself included.</summary>
    public int LeftEdge(int token) => _leftEdge[token];

    /// <summary>Last token of the subtree of <paramref name="token"/>, itself included.</summary>
    public int RightEdge(int token) => _rightEdge[token];

    /// <summary>The subtree as half-open token range; the parser's trees are projective, so it holds the subtree and nothing else.</summary>
    public (int First, int End) Subtree(int token) => (_leftEdge[token], _rightEdge[token] + 1);

    /// <summary>The first child that has one of the relation's numbers in <see cref="Relations"/>; -1 where none has.</summary>
    public int ChildBy(DocumentDraft draft, int token, byte relation)
    {
        for (int child = _firstChild[token]; child >= 0; child = _nextSibling[child])
            if (draft.TokenBuffer[child].Relation == relation) return child;
        return -1;
    }

    /// <summary>True where <paramref name="ancestor"/> is the token itself or stands on its path to the root.</summary>
    public bool IsWithin(int token, int ancestor)
    {
        if (token < _leftEdge[ancestor] || token > _rightEdge[ancestor]) return false;
        while (token != ancestor && token >= 0) token = _head[token];
        return token == ancestor;
    }

    /// <summary>The token's way to the root: its head, its head's head and so on, the root last.</summary>
    public AncestorList Ancestors(int token) => new(this, token);

    private void LinkChildren()
    {
        _firstChild.AsSpan().Fill(-1);
        _nextSibling.AsSpan().Fill(-1);
        for (int i = _head.Length - 1; i >= 0; i--)
        {
            int head = _head[i];
            if (head < 0) continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
    }

    // From the leaves up, each token once: climbing from every token would be quadratic in a tree that is one long chain.
    private void SpreadEdges()
    {
        int[] waiting = new int[_head.Length], ready = new int[_head.Length];
        int count = 0;
        foreach (int head in _head) if (head >= 0) waiting[head]++;
        for (int i = 0; i < _head.Length; i++)
        {
            _leftEdge[i] = _rightEdge[i] = i;
            if (waiting[i] == 0) ready[count++] = i;
        }
        for (int next = 0; next < count; next++)
        {
            int token = ready[next], head = _head[token];
            if (head < 0) continue;
            _leftEdge[head] = Math.Min(_leftEdge[head], _leftEdge[token]);
            _rightEdge[head] = Math.Max(_rightEdge[head], _rightEdge[token]);
            if (--waiting[head] == 0) ready[count++] = head;
        }
    }

    /// <summary>Children of one token; for <c>foreach</c>.</summary>
    public readonly struct ChildList(SyntaxTrees trees, int token)
    {
        public Walk GetEnumerator() => new(trees._nextSibling, trees._firstChild[token]);
    }

    /// <summary>Ancestors of one token; for <c>foreach</c>.</summary>
    public readonly struct AncestorList(SyntaxTrees trees, int token)
    {
        public Walk GetEnumerator() => new(trees._head, trees._head[token]);
    }

    /// <summary>Follows links until one is negative.</summary>
    public struct Walk(int[] links, int first)
    {
        private int _next = first;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_next < 0) return false;
            Current = _next;
            _next = links[_next];
            return true;
        }
    }
}
