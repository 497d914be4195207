using Azygos.Circulation.Running;

namespace Azygos.Circulation.Blocks;

/// <summary>An output of a block model as a weighted sum of what a network records, some of it as its rate of
/// change.</summary>
internal sealed class BlockSeries
{
    /// <summary>One term.</summary>
    /// <param name="Weight">Factor.</param>
    /// <param name="Probe">What is recorded.</param>
    /// <param name="Rate">True: its rate of change counts, not its value.</param>
    /// <param name="OverStep">True: the mean rate over one step of the model: what drives it is a table, linear between
    /// rows, whose rate at a point says nothing.</param>
    public readonly record struct Term(double Weight, Probe Probe, bool Rate, bool OverStep);

    private readonly IReadOnlyList<Term> terms;
    private readonly Func<double, double>? then;

    private BlockSeries(IReadOnlyList<Term> terms, Func<double, double>? then = null)
    {
        this.terms = terms;
        this.then = then;
    }

    /// <summary>Zero.</summary>
    public static BlockSeries Nothing { get; } = new([]);

    /// <summary>What is summed.</summary>
    public IReadOnlyList<Term> Terms => terms;

    /// <summary>A value.</summary>
    public static BlockSeries Of(Probe probe) => new([new Term(1, Unique(probe), false, false)]);

    /// <summary>A rate of change.</summary>
    public static BlockSeries RateOf(Probe probe, bool overStep = false) =>
        new([new Term(1, Unique(probe), true, overStep)]);

    /// <summary>The sum turned into another number.</summary>
    public BlockSeries Then(Func<double, double> function) =>
        new(terms, then is { } before ? x => function(before(x)) : function);

    /// <summary>The sum from its terms' values.</summary>
    /// <param name="term">Value or rate of a term.</param>
    public double From(Func<Term, double> term)
    {
        double sum = 0;
        foreach (Term one in terms) sum += one.Weight * term(one);
        return then is { } function ? function(sum) : sum;
    }

    public static BlockSeries operator +(BlockSeries a, BlockSeries b) => new([.. a.terms, .. b.terms]);

    public static BlockSeries operator -(BlockSeries a, BlockSeries b) => a + b * -1;

    public static BlockSeries operator *(BlockSeries a, double factor) => a.then is not null
        ? a.Then(x => factor * x)
        : new([.. a.terms.Select(term => term with { Weight = factor * term.Weight })]);

    private static Probe Unique(Probe probe) => probe with { Id = $"{probe.Quantity} of {probe.Place}" };
}
