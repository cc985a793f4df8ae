using NewsNlp.Learning;
using NewsNlp.Models;
using NewsNlp.Training.Learning;
using Xunit;

namespace NewsNlp.Tests.Learning;

public sealed class CrfTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Learns_labels_that_depend_on_the_label_before(bool half)
    {
        SequenceModel model = TinyTask.Model(TinyTask.Train(300, half));
        Random random = new(77);
        for (int round = 0; round < 50; round++)
        {
            (int[] symbols, int[] gold) = TinyTask.Sequence(random, 20);
            Assert.Equal(gold, TinyTask.Decode(model, symbols).Select(label => (int)label));
        }
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        using MemoryStream first = new(), second = new();
        TinyTask.File(TinyTask.Train(50)).Write(first);
        TinyTask.File(TinyTask.Train(50)).Write(second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Several_models_are_one_that_lies_between_them()
    {
        CrfResult first = TinyTask.Train(50), several = TinyTask.Train(50, models: 3);
        uint[] features = Features(symbol: 1);
        Assert.NotEqual(first.Score(features, 1), several.Score(features, 1));
        SequenceModel model = TinyTask.Model(several);
        (int[] symbols, int[] gold) = TinyTask.Sequence(new Random(77), 20);
        Assert.Equal(gold, TinyTask.Decode(model, symbols).Select(label => (int)label));
    }

    [Fact]
    public void Integers_score_as_floating_point_does()
    {
        CrfResult result = TinyTask.Train(100);
        SequenceModel model = TinyTask.Model(result);
        for (int symbol = 0; symbol < 4; symbol++)
        {
            uint[] features = Features(symbol);
            short[] sums = new short[model.Lanes];
            foreach (uint feature in features) model.Weights.AddTo(sums, feature);
            for (int label = 0; label < model.Labels.Length; label++)
                Assert.Equal(result.Score(features, label), sums[label] / model.Scale, tolerance: features.Length * 0.51f / model.Scale);
        }
    }

    private static uint[] Features(int symbol)
    {
        FeatureList list = new();
        TinyTask.Features(symbol, ref list);
        list.EndToken();
        return list.ToExample([1], 1).Features;
    }

    [Fact]
    public void No_text_gives_labels_out_of_order()
    {
        SequenceModel model = TinyTask.Model(TinyTask.Train(20));
        Random random = new(9);
        short[] scores = new short[4000 * model.Lanes];
        for (int i = 0; i < scores.Length; i++) scores[i] = (short)random.Next(-400, 400);
        byte[] labels = new byte[4000];
        Viterbi.Decode(model, scores, labels, new ViterbiScratch());
        for (int i = 0; i < labels.Length; i++) Assert.True(Bio.MayFollow(i == 0 ? -1 : labels[i - 1], labels[i]));
    }

    [Fact]
    public void Decoding_steps_are_alike_at_every_width()
    {
        const int lanes = 32, labels = 23;
        Random random = new(4);
        for (int round = 0; round < 200; round++)
        {
            short[] transitions = [.. Enumerable.Range(0, lanes * lanes).Select(_ => (short)random.Next(-8192, 2000))];
            short[] best = [.. Enumerable.Range(0, lanes).Select(_ => (short)random.Next(-16384, 1))];
            short[][] next = [new short[lanes], new short[lanes], new short[lanes], new short[lanes]];
            Viterbi.AdvanceScalar(transitions, labels, best, next[0]);
            Viterbi.Advance128(transitions, labels, best, next[1]);
            Viterbi.Advance256(transitions, labels, best, next[2]);
            Viterbi.Advance512(transitions, labels, best, next[3]);
            foreach (short[] other in next) Assert.Equal(next[0], other);
        }
    }

    [Fact]
    public void Many_features_add_up_to_what_one_by_one_does()
    {
        Random random = new(8);
        const int lanes = 32, count = 5000;
        uint[] features = [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1L << 32)).Distinct().Order()];
        sbyte[] rows = new sbyte[features.Length * lanes];
        for (int i = 0; i < rows.Length; i++) rows[i] = (sbyte)random.Next(-127, 128);
        FeatureTable table = new(features, rows, lanes);
        uint[] asked = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? (uint)random.NextInt64(1L << 32) : features[random.Next(features.Length)])];
        short[] single = new short[2 * lanes], batch = new short[2 * lanes];
        for (int i = 0; i < asked.Length; i++) table.AddTo(single.AsSpan(i < 100 ? 0 : lanes, lanes), asked[i]);
        BatchSink sink = new(table, new uint[asked.Length]);
        foreach (uint feature in asked[..100]) sink.Add(feature);
        int first = sink.Count;
        foreach (uint feature in asked[100..]) sink.Add(feature);
        int[] ends = [first, sink.Count], places = [0, lanes];
        sink.AddTo(batch, ends, places);
        Assert.Equal(single, batch);
    }

    [Fact]
    public void A_piece_between_tokens_that_are_known_is_labelled_as_within_the_whole()
    {
        SequenceModel model = TinyTask.Model(TinyTask.Train(20));
        Random random = new(12);
        const int length = 9, first = 3, end = 6;
        short[] scores = new short[length * model.Lanes];
        for (int round = 0; round < 100; round++)
        {
            for (int i = 0; i < scores.Length; i++) scores[i] = (short)(i % model.Lanes < model.Labels.Length ? random.Next(-300, 300) : 0);
            (scores[(first - 1) * model.Lanes], scores[end * model.Lanes]) = (5000, 5000);
            byte[] whole = new byte[length], piece = new byte[end - first];
            Viterbi.Decode(model, scores, whole, new ViterbiScratch());
            Viterbi.Decode(
                model, scores.AsSpan(first * model.Lanes, piece.Length * model.Lanes), piece, new ViterbiScratch(),
                model.Transitions.AsSpan(0, model.Lanes), model.Backwards.AsSpan(0, model.Lanes));
            Assert.Equal(whole[first..end], piece);
        }
    }

    [Fact]
    public void A_sequence_of_no_tokens_has_no_labels() =>
        Assert.Empty(TinyTask.Decode(TinyTask.Model(TinyTask.Train(5)), []));

    [Theory]
    [InlineData("crf.features", 4)]
    [InlineData("crf.rows", 3)]
    [InlineData("crf.scale", 0)]
    [InlineData("crf.transitions", 2)]
    public void A_model_with_a_damaged_section_is_refused(string section, int length)
    {
        ModelFile file = TinyTask.File(TinyTask.Train(20));
        file.Set<byte>(section, new byte[length]);
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => SequenceModel.Read(file));
        Assert.Contains("'tiny'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_changed_byte_is_refused()
    {
        using MemoryStream stream = new();
        TinyTask.File(TinyTask.Train(20)).Write(stream);
        byte[] bytes = stream.ToArray();
        bytes[bytes.Length / 2] ^= 1;
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => ModelFile.Read("tiny", new MemoryStream(bytes)));
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }
}
