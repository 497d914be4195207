namespace Azygos.Cli.Soak;

/// <summary>How much of a part is done, by what and for how long.</summary>
internal sealed record Plan
{
    /// <summary>Seed.</summary>
    public required int Seed { get; init; }

    /// <summary>First index.</summary>
    public long From { get; init; }

    /// <summary>Inputs or runs.</summary>
    public required long Count { get; init; }

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Ends the part early; what ran is reported.</summary>
    public CancellationToken Enough { get; init; }

    /// <summary>Does every index until it is enough.</summary>
    /// <param name="one">One input or run.</param>
    public void ForEach(Action<long> one) => ForEach<IDisposable?>(() => null, (_, index) => one(index));

    /// <summary>Does every index until it is enough.</summary>
    /// <param name="prepare">What a thread needs for itself.</param>
    /// <param name="one">One input or run.</param>
    public void ForEach<TOwn>(Func<TOwn> prepare, Action<TOwn, long> one) where TOwn : IDisposable?
    {
        long next = From - 1;
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, _ =>
        {
            using TOwn own = prepare();
            while (!Enough.IsCancellationRequested)
            {
                long index = Interlocked.Increment(ref next);
                if (index >= From + Count) return;
                one(own, index);
            }
        });
    }
}
