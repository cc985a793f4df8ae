using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace NewsNlp;

/// <summary>Works on the items of a stream several at a time and gives the results in the order of the items, in bounded memory.</summary>
internal static class OrderedWork
{
    /// <summary>Applies <paramref name="work"/> to each item.</summary>
    /// <param name="source">Read no further ahead than twice <paramref name="threads"/>.</param>
    /// <param name="work">Called from several threads at once. An exception of it ends the stream.</param>
    /// <param name="threads">How many items are worked on at the same time.</param>
    public static async IAsyncEnumerable<TResult> RunAsync<T, TResult>(
        IAsyncEnumerable<T> source, Func<T, TResult> work, int threads, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<Task<TResult>> inOrder = Channel.CreateBounded<Task<TResult>>(threads);
        Task feeding = FeedAsync(source, work, threads, inOrder.Writer, stop.Token);
        try
        {
            await foreach (Task<TResult> result in inOrder.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return await result.ConfigureAwait(false);
            await feeding.ConfigureAwait(false);
        }
        finally
        {
            // A caller that stops early must not leave the source open behind its back.
            await stop.CancelAsync().ConfigureAwait(false);
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FeedAsync<T, TResult>(
        IAsyncEnumerable<T> source, Func<T, TResult> work, int threads, ChannelWriter<Task<TResult>> inOrder, CancellationToken stop)
    {
        using SemaphoreSlim free = new(threads);
        List<Task> running = [];
        try
        {
            await foreach (T item in source.WithCancellation(stop).ConfigureAwait(false))
            {
                await free.WaitAsync(stop).ConfigureAwait(false);
                Task<TResult> task = Task.Run(() => WorkOn(item, work, free), CancellationToken.None);
                running.RemoveAll(t => t.IsCompleted);
                running.Add(task);
                await inOrder.WriteAsync(task, stop).ConfigureAwait(false);
            }
            inOrder.Complete();
        }
        catch (Exception error)
        {
            inOrder.Complete(error);
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TResult WorkOn<T, TResult>(T item, Func<T, TResult> work, SemaphoreSlim free)
    {
        try
        {
            return work(item);
        }
        finally
        {
            free.Release();
        }
    }
}
