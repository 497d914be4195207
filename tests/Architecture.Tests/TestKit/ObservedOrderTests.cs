using Azygos.Testing;

namespace Architecture.Tests.TestKit;

public sealed class ObservedOrderTests
{
    [Fact]
    public void Errors_that_fall_with_the_square_of_the_step_show_order_two()
    {
        ObservedOrder observed = ObservedOrder.Over(0.1, 4, step => 3 * step * step);
        Assert.Equal(4, observed.Orders.Count);
        Assert.All(observed.Orders, order => Assert.Equal(2, order, 1e-12));
        observed.LastTwoAreAtLeast(ObservedOrder.SecondOrder);
    }

    [Fact]
    public void A_trapezium_rule_shows_order_two() => ObservedOrder
        .Over(0.25, 4, step => Math.Abs(Trapezium(step) - (Math.E - 1)))
        .LastTwoAreAtLeast(ObservedOrder.SecondOrder);

    [Fact]
    public void A_first_order_scheme_fails() => Assert.Throws<ObservedOrderException>(
        () => ObservedOrder.Over(0.1, 4, step => step + step * step).LastTwoAreAtLeast(ObservedOrder.SecondOrder));

    [Fact]
    public void A_scheme_that_loses_its_order_only_at_the_end_fails() => Assert.Throws<ObservedOrderException>(
        () => ObservedOrder.Over(0.1, 4, step => step * step + 1e-5).LastTwoAreAtLeast(ObservedOrder.SecondOrder));

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void An_error_without_an_order_fails(double error) => Assert.Throws<ObservedOrderException>(
        () => ObservedOrder.Over(0.1, 4, _ => error).LastTwoAreAtLeast(ObservedOrder.SecondOrder));

    private static double Trapezium(double step)
    {
        int panels = (int)Math.Round(1 / step);
        return Enumerable.Range(0, panels).Sum(i => step / 2 * (Math.Exp(i * step) + Math.Exp((i + 1) * step)));
    }
}
