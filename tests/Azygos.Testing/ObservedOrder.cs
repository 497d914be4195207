using System.Globalization;
using System.Text;

namespace Azygos.Testing;

/// <summary>
/// The order of accuracy that a sequence of refinements shows: log(eₖ / eₖ₊₁) / log r between neighbours.
/// </summary>
/// <remarks>
/// r is the ratio of the step sizes. A claim of order 2 is tested on the order, never on one error value.
/// </remarks>
public sealed class ObservedOrder
{
    /// <summary>What a second-order scheme must show; the tenth below 2 is room for terms of higher order.</summary>
    public const double SecondOrder = 1.9;

    private readonly double[] steps;
    private readonly double[] errors;

    private ObservedOrder(double[] steps, double[] errors)
    {
        this.steps = steps;
        this.errors = errors;
        Orders = [.. Enumerable.Range(0, errors.Length - 1).Select(k =>
            Math.Log(errors[k] / errors[k + 1]) / Math.Log(steps[k] / steps[k + 1]))];
    }

    /// <summary>One order for each refinement.</summary>
    public IReadOnlyList<double> Orders { get; }

    /// <summary>
    /// Runs <paramref name="error"/> at a coarse step and after each of the refinements, which halve the step.
    /// </summary>
    /// <param name="coarsest">The first step size (Δt, Δx, 1/cells) [any].</param>
    /// <param name="refinements">How often the step is halved; at least 2.</param>
    /// <param name="error">The error at a step size, against an exact or converged answer.</param>
    public static ObservedOrder Over(double coarsest, int refinements, Func<double, double> error)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(refinements, 2);
        double[] steps = [.. Enumerable.Range(0, refinements + 1).Select(k => Math.ScaleB(coarsest, -k))];
        return new(steps, [.. steps.Select(error)]);
    }

    /// <summary>Fails unless the last two refinements both show at least <paramref name="order"/>.</summary>
    /// <exception cref="ObservedOrderException">An order is too low, or an error is not a positive number.</exception>
    public void LastTwoAreAtLeast(double order)
    {
        // An error of zero (or lost in round-off and then zero) has no order: the case does not test one.
        if (errors.Any(error => !(double.IsFinite(error) && error > 0)))
            throw new ObservedOrderException($"errors are not all positive and finite, so there is no order:\n{this}");
        if (Orders.TakeLast(2).Any(observed => observed < order))
            throw new ObservedOrderException(string.Create(CultureInfo.InvariantCulture,
                $"the last two orders are not at least {order}:\n{this}"));
    }

    /// <summary>A table of step, error and order.</summary>
    public override string ToString()
    {
        StringBuilder table = new();
        for (int k = 0; k < steps.Length; k++)
            table.AppendLine(CultureInfo.InvariantCulture,
                $"  step {steps[k]:g6}  error {errors[k]:e3}  order {(k > 0 ? Orders[k - 1] : double.NaN):f3}");
        return table.ToString();
    }
}

/// <summary>A scheme does not show the order it claims.</summary>
public sealed class ObservedOrderException(string message) : Exception(message);
