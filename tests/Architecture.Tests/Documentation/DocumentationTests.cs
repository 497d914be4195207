using Architecture.Tests.Documentation.Samples;

namespace Architecture.Tests.Documentation;

public sealed class DocumentationTests
{
    /// <summary>
    /// Types that compute and yet claim nothing about blood, bodies or evidence, each with the reason.
    /// </summary>
    private static readonly Dictionary<string, string> Exempt = [];

    private static readonly XmlDocumentation Here = new(typeof(DocumentationTests).Assembly);

    [Fact]
    public void Every_public_member_has_a_summary() => Rule.Holds(
        SourceAssemblies.All.SelectMany(assembly =>
            SummaryRule.Faults(PublicMembers.TypesOf(assembly), new(assembly))));

    [Fact]
    public void Every_physical_or_statistical_claim_has_a_source() => Rule.Holds(
        SourceAssemblies.OwingSources.SelectMany(assembly =>
            SourceRule.Faults(PublicMembers.TypesOf(assembly), new(assembly), Exempt)));

    [Fact]
    public void Every_source_tag_says_where_or_why() => Rule.Holds(
        SourceAssemblies.All.SelectMany(assembly =>
            SourceRule.BadTags(PublicMembers.TypesOf(assembly), new(assembly))));

    [Fact]
    public void Every_exempt_type_exists() => Rule.Holds(
        from name in Exempt.Keys
        where !SourceAssemblies.All.Any(assembly => assembly.GetType(name) is not null)
        select $"{name} is exempt and does not exist");

    [Fact]
    public void A_member_without_a_summary_is_found()
    {
        Rule.Finds("WithoutSummary.Value", SummaryRule.Faults([typeof(WithoutSummary)], Here));
        Rule.Finds("WithoutSummaryOfAParameter.Length", SummaryRule.Faults([typeof(WithoutSummaryOfAParameter)], Here));
    }

    [Theory]
    [InlineData(typeof(LawWithoutSource), "Pressure")]
    [InlineData(typeof(ConstantUnderASourcedType), "Stiffness")]
    [InlineData(typeof(PropertyUnderASourcedPage), "Density")]
    [InlineData(typeof(ComputedWithoutSource), "Area")]
    [InlineData(typeof(DefaultWithoutSource), "Step")]
    public void A_claim_without_a_source_is_found(Type sample, string member) =>
        Rule.Finds($"{sample.Name}.{member}", SourceRule.Faults([sample], Here, Exempt));

    [Theory]
    [InlineData(typeof(LawWithSource))]
    [InlineData(typeof(LawWithSource.Inner))]
    [InlineData(typeof(Carrier))]
    [InlineData(typeof(IPromise))]
    public void A_sourced_claim_and_a_mere_carrier_are_accepted(Type sample) =>
        Rule.Holds(SourceRule.Faults([sample], Here, Exempt));

    [Fact]
    public void A_reasoned_exemption_is_respected()
    {
        Dictionary<string, string> exempt = new() { [typeof(LawWithoutSource).FullName!] = "a sample" };
        Rule.Holds(SourceRule.Faults([typeof(LawWithoutSource)], Here, exempt));
    }

    [Fact]
    public void A_source_tag_that_says_nothing_is_found() =>
        Rule.Finds("EmptyTag", SourceRule.BadTags([typeof(EmptyTag)], Here));
}
