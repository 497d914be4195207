using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>What every lesion must obey; a new one inherits all of it.</summary>
public abstract class LesionSpec<TLesion>
    where TLesion : Lesion
{
    /// <summary>The kind.</summary>
    protected abstract LesionKind Kind { get; }

    /// <summary>One without severity; null: the kind has none.</summary>
    protected abstract TLesion? Harmless { get; }

    /// <summary>Some of growing severity, all in the left jugular vein or its valve.</summary>
    protected abstract IReadOnlyList<TLesion> Growing { get; }

    /// <summary>Values that do not fit each other, and the key that is blamed.</summary>
    protected virtual IReadOnlyList<(Action<LesionValues> Say, string Key)> Misfits => [];

    [Fact]
    public void The_catalogue_has_it() => Assert.Contains(Kind, LesionKinds.All);

    [Fact]
    public void Without_severity_the_body_is_the_one_that_was_given()
    {
        if (Harmless is { } harmless) Assert.Same(Healthy.Model, harmless.On(Healthy.Model));
    }

    [Fact]
    public void Nothing_is_put_in_or_taken_out()
    {
        BodyModel body = Healthy.Model;
        foreach (TLesion lesion in Growing)
        {
            BodyModel changed = lesion.On(body);
            Assert.Equal(body.Nodes, changed.Nodes);
            Assert.Equal(body.Vessels.Select(row => (row.Id, row.From, row.To)),
                changed.Vessels.Select(row => (row.Id, row.From, row.To)));
            Assert.Equal(body.Valves.Select(row => row.Id), changed.Valves.Select(row => row.Id));
            Assert.Single(changed.Marks);
            Assert.NotEqual("", changed.Marks[0].Text);
            Assert.Empty(lesion.FaultsOn(body));
        }
    }

    [Fact]
    public void The_worse_it_is_the_less_the_vein_carries()
    {
        double before = Healthy.Steady.FlowIn("ijv_left_j2");
        foreach (TLesion lesion in Growing)
        {
            double flow = Healthy.With(lesion.On(Healthy.Model)).FlowIn("ijv_left_j2");
            Assert.True(flow < before, $"{lesion}: {flow} mL/min, not below {before}");
            before = flow;
        }
    }

    [Fact]
    public void Misfits_are_blamed_on_their_key()
    {
        foreach ((Action<LesionValues> say, string key) in Misfits)
        {
            LesionValues values = new() { Id = "misfit" };
            say(values);
            Assert.Contains(Kind.Check(values), fault => fault.Key == key);
        }
    }

    [Fact]
    public void An_unknown_vessel_is_refused_by_name()
    {
        BodyModel none = Healthy.Model with { Vessels = [], Valves = [] };
        Assert.Contains(Growing[0].Id, Assert.Throws<ArgumentException>(() => Growing[0].On(none)).Message);
    }

    /// <summary>The mean-flow state with a lesion.</summary>
    protected static SteadyBody With(Lesion lesion)
    {
        ArgumentNullException.ThrowIfNull(lesion);
        return Healthy.With(lesion.On(Healthy.Model));
    }
}
