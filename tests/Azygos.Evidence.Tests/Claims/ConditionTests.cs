using Azygos.Evidence.Claims.Rules;

namespace Azygos.Evidence.Tests.Claims;

public sealed class ConditionTests
{
    private static Condition Read(string text)
    {
        Assert.True(Condition.TryParse(text, out Condition condition, out string reason), reason);
        return condition;
    }

    private static RuleInputs Of(params (string Key, double? Value)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, value.Value)));

    [Theory]
    [InlineData("k = 3", true)]
    [InlineData("k > 3", false)]
    [InlineData("k >= 3 and ci_low > 1", true)]
    [InlineData("k < 3 or ci_low > 1", true)]
    [InlineData("not (k >= 3 and ci_low > 1)", false)]
    [InlineData("not k < 3", true)]
    [InlineData("trials / 2 >= k", true)]
    [InlineData("k + trials = 9", true)]
    [InlineData("k < 3 and k < 2 or trials > 1", true)]
    [InlineData("k < 3 and (k < 2 or trials > 1)", false)]
    [InlineData("otherwise", true)]
    public void Conditions_hold_as_written(string text, bool holds) =>
        Assert.Equal(holds, Read(text).Holds(Of(("k", 3), ("ci_low", 1.2), ("trials", 6))));

    [Theory]
    [InlineData("ci_low < 2")]
    [InlineData("ci_low > 0")]
    [InlineData("ci_low = ci_low")]
    [InlineData("ci_low + k >= 0")]
    public void A_number_that_was_not_computed_makes_a_comparison_false(string text)
    {
        RuleInputs inputs = Of(("k", 3), ("ci_low", null));
        Assert.False(Read(text).Holds(inputs));
        Assert.True(Read($"not ({text})").Holds(inputs));
        Assert.NotEmpty(Read(text).Failing(inputs));
    }

    [Theory]
    [InlineData("k >")]
    [InlineData("k 3")]
    [InlineData("(k > 3")]
    [InlineData("k > 3)")]
    [InlineData("k > three")]
    [InlineData("k & 3")]
    [InlineData("")]
    [InlineData("and")]
    public void What_cannot_be_read_is_refused_with_a_reason(string text)
    {
        Assert.False(Condition.TryParse(text, out _, out string reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void Failing_and_holding_parts_are_told_apart()
    {
        RuleInputs inputs = Of(("k", 6), ("pi_low", 0.5));
        Condition condition = Read("k >= 3 and (k < 5 or pi_low > 0.667)");
        Assert.Equal(["studies pooled 6 is not below 5, and prediction interval lower limit 0.5 is not above 0.667"],
            condition.Failing(inputs));
        Assert.Empty(condition.Holding(inputs));
        RuleInputs better = inputs.With("pi_low", 0.7);
        Assert.Empty(condition.Failing(better));
        Assert.Equal(2, condition.Holding(better).Count);
    }

    [Fact]
    public void An_input_that_no_rule_knows_is_refused() => Assert.Throws<ArgumentException>(() => Of(("kk", 1)));
}
