using Azygos.Circulation.Assembly;

namespace Azygos.Circulation.Running;

/// <summary>A number of a lumped element that may be changed while a network runs: a coefficient, never a
/// connection.</summary>
/// <remarks>What the nodes hold stays: where the law of a volume changes, its pressure answers in the next step.</remarks>
/// <source choice="a lesion or procedure only changes coefficients of what is there"/>
public sealed class ElementNumber
{
    private readonly ElementGroup group;
    private readonly int element, index;
    private readonly Action changed;

    internal ElementNumber(ElementGroup group, int element, int index, Action changed) =>
        (this.group, this.element, this.index, this.changed) = (group, element, index, changed);

    /// <summary>The number in SI; must be set between two steps.</summary>
    public double Value
    {
        get => group.Parameter(element, index);
        set
        {
            if (value == Value) return;
            group.Change(element, index, value);
            changed();
        }
    }
}
