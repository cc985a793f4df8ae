namespace NewsNlp.Syntax;

/// <summary>What the parser does next.</summary>
internal enum ParserMove : byte
{
    /// <summary>The next word goes onto the stack.</summary>
    Shift,

    /// <summary>The next word becomes the head of the word on top of the stack, which leaves it.</summary>
    Left,

    /// <summary>The word below becomes the head of the word on top of the stack, which leaves it.</summary>
    Right,
}

/// <summary>
/// A sentence while it is being parsed, arc-hybrid: a stack of words that wait for heads, and the words not read yet. The word that is left
/// on the stack at the end is the root, so that whatever moves are chosen, the answer is one projective tree with one root.
/// </summary>
internal sealed class ParserState(int capacity)
{
    /// <summary>Stands for a word where there is none.</summary>
    public const int None = -1;

    private readonly int[] _stack = new int[capacity];
    private readonly int[] _head = new int[capacity];
    private readonly byte[] _relation = new byte[capacity];
    private readonly int[] _leftChild = new int[capacity];
    private readonly int[] _rightChild = new int[capacity];
    private readonly byte[] _leftCount = new byte[capacity];
    private readonly byte[] _rightCount = new byte[capacity];

    public int Count { get; private set; }

    /// <summary>The next word; <see cref="Count"/> where all are read.</summary>
    public int Next { get; private set; }

    public int StackSize { get; private set; }

    public bool IsDone => Next == Count && StackSize <= 1;

    public void Start(int count)
    {
        Count = count;
        Next = StackSize = 0;
        _head.AsSpan(0, count).Fill(None);
        _relation.AsSpan(0, count).Clear();
        _leftChild.AsSpan(0, count).Fill(None);
        _rightChild.AsSpan(0, count).Fill(None);
        _leftCount.AsSpan(0, count).Clear();
        _rightCount.AsSpan(0, count).Clear();
    }

    /// <summary>The word so many places below the top of the stack.</summary>
    public int Stack(int depth) => depth < StackSize ? _stack[StackSize - 1 - depth] : None;

    /// <summary>The word so many places after the next one.</summary>
    public int Buffer(int ahead) => Next + ahead < Count ? Next + ahead : None;

    public int Head(int word) => _head[word];

    public byte Relation(int word) => word == None ? (byte)0 : _relation[word];

    /// <summary>The leftmost child so far.</summary>
    public int LeftChild(int word) => word == None ? None : _leftChild[word];

    /// <summary>The rightmost child so far.</summary>
    public int RightChild(int word) => word == None ? None : _rightChild[word];

    public int LeftCount(int word) => word == None ? 0 : _leftCount[word];

    public int RightCount(int word) => word == None ? 0 : _rightCount[word];

    public bool Allows(ParserMove move) => move switch
    {
        ParserMove.Shift => Next < Count,
        ParserMove.Left => Next < Count && StackSize > 0,
        _ => StackSize > 1,
    };

    public void Shift() => _stack[StackSize++] = Next++;

    public void Left(byte relation)
    {
        int child = _stack[--StackSize];
        _head[child] = Next;
        _relation[child] = relation;
        _leftChild[Next] = child;
        if (_leftCount[Next] < byte.MaxValue) _leftCount[Next]++;
    }

    public void Right(byte relation)
    {
        int child = _stack[--StackSize], head = _stack[StackSize - 1];
        _head[child] = head;
        _relation[child] = relation;
        _rightChild[head] = child;
        if (_rightCount[head] < byte.MaxValue) _rightCount[head]++;
    }
}
