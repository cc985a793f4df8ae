using System.IO.Compression;
using NewsNlp.Drafts;
using NewsNlp.Training.Corpora;
using Xunit;

namespace NewsNlp.Tests.Training;

public sealed class CorporaTests : IDisposable
{
    private const string Conllu = """
        # newdoc id = first
        # newpar
        # text = Ana can't go.
        1	Ana	Ana	PROPN	NNP	_	4	nsubj	_	_
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	AUX	MD	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        # text = She rests and he too.
        1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1)
        2	rests	rest	VERB	VBZ	_	0	root	_	_
        3	and	and	CCONJ	CC	_	4	cc	_	_
        4	he	he	PRON	PRP	_	2	conj	_	_
        4.1	_	rest	VERB	VBZ	_	_	_	_	_
        5	too	too	ADV	RB	_	4	orphan	_	SpaceAfter=No
        6	.	.	PUNCT	.	_	2	punct	_	_

        # newpar_block = p
        # newpar id = p2
        # text = A typo
        1	A	a	DET	DT	_	2	det	_	_
        2	type	typo	NOUN	NN	_	0	root	_	_

        # newdoc id = second
        # text = End
        1	End	end	NOUN	NN	_	0	root	_	_

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("newsnlp").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_treebank_becomes_documents_whose_words_stand_in_their_text()
    {
        CorpusDocument document = ReadConllu()[0];
        Assert.Equal("Ana can't go. She rests and he too.\nA typo", document.Text);
        Assert.Equal(
            ["Ana", "ca", "n't", "go", ".", "She", "rests", "and", "he", "too", ".", "A", "t"],
            document.Tokens.Select(token => token.Span.In(document.Text)));
        Assert.Equal([true, false, true], document.Sentences.Select(sentence => sentence.StartsParagraph));
    }

    [Fact]
    public void Heads_count_the_tokens_of_the_document()
    {
        CorpusToken[] tokens = ReadConllu()[0].Tokens;
        Assert.Equal([3, 3, 3, -1, 3, 6, -1, 8, 6, 8, 6, 12, -1], tokens.Select(token => token.Head));
        Assert.Equal("Entity=(1)", tokens[5].Misc);
        Assert.Equal("can", tokens[1].Lemma);
    }

    [Fact]
    public void A_draft_has_the_gold_layers_that_are_asked_for()
    {
        CorpusDocument document = ReadConllu()[0];
        DocumentDraft bare = document.ToDraft(), full = document.ToDraft(Layers.Tags | Layers.Syntax);
        Assert.Equal([new SentenceData(0, 5, 0), new SentenceData(5, 11, 0), new SentenceData(11, 13, 1)], bare.Sentences);
        Assert.Equal(PartOfSpeech.None, bare.Tokens[0].Pos);
        Assert.Equal(PartOfSpeech.ProperNoun, full.Tokens[0].Pos);
        Assert.Equal(3, full.Tokens[0].Head);
        Assert.Equal("rest", full.Lemmas[6]);
    }

    [Fact]
    public void Silver_offsets_count_code_points()
    {
        const string line = """
            {"id":"x/1","text":"\ud83d\ude00 Ana said\nYes .","gap":[0,1,1,1,1],"length":[1,3,4,3,1],"sentence":[3,2],"upos":"SYM PROPN VERB INTJ PUNCT","xpos":"NFP NNP VBD UH .","rel":"punct nsubj root root punct","head":[3,3,0,0,1],"tree":[0.9,0],"names":[[2,5,"Person",0.8]],"ontonotes":[[2,5,"PERSON"]],"attributions":[{"cue":[6,10],"source":null,"content":[11,14],"confidence":0.5}]}
            """;
        Directory.CreateDirectory(Path.Combine(_folder, "silver"));
        using (GZipStream stream = new(File.Create(Path.Combine(_folder, "silver", "part-0.jsonl.gz")), CompressionLevel.Fastest))
            stream.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        SilverDocument silver = Assert.Single(SilverReader.Read(_folder));
        Assert.Equal(["😀", "Ana", "said", "Yes", "."], silver.Document.Tokens.Select(token => token.Form));
        Assert.Equal([2, 2, -1, -1, 3], silver.Document.Tokens.Select(token => token.Head));
        Assert.Equal([true, true], silver.Document.Sentences.Select(sentence => sentence.StartsParagraph));
        Assert.Equal("Ana", silver.Names[0].Span.In(silver.Document.Text));
        Assert.Equal("said", silver.Attributions[0].Cue.In(silver.Document.Text));
    }

    private IReadOnlyList<CorpusDocument> ReadConllu()
    {
        string path = Path.Combine(_folder, "sample.conllu");
        File.WriteAllText(path, Conllu.ReplaceLineEndings("\n"));
        return ConlluReader.Read(path);
    }
}
