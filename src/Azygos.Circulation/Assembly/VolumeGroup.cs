using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Volumes of one law: what is inside a node displaces what is outside it, so a cranial volume pushes on the
/// cerebrospinal fluid.</summary>
internal sealed class VolumeGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), IVolumeGroup
    where TLaw : struct, IVolumeLaw
{
    private double[] volume = [];

    public double VolumeOf(int element) => volume[element];

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = -1;
        columns[2] = element.External;
        columns[3] = element.State;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow is 0 or 2;

    public override IEnumerable<int> ContentRows() =>
        Slots.Select(s => s.Up).Concat(Slots.Select(s => s.External)).Where(r => r >= 0);

    public override void Evaluate(Evaluation evaluation)
    {
        if (volume.Length != Slots.Length) volume = new double[Slots.Length];
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            double transmural = At(evaluation, s.Up) - At(evaluation, s.External) - evaluation.Column * s.ExternalUp;
            double v = TLaw.Volume<Real>(
                new(new(transmural), new(At(evaluation, s.State)), new(Drive[e])),
                Row<Real>(e)).Value;
            volume[e] = v;
            evaluation.Content[s.Up] += v;
            if (s.External >= 0) evaluation.Content[s.External] -= v;
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual transmural = Dual.Variable(At(evaluation, s.Up), 0) - Dual.Variable(At(evaluation, s.External), 2)
                - Dual.From(evaluation.Column * s.ExternalUp);
            Dual v = TLaw.Volume<Dual>(
                new(transmural, Dual.Variable(At(evaluation, s.State), 3), Dual.From(Drive[e])), Row<Dual>(e));
            evaluation.Content[s.Up] += v.Value;
            AddSlopes(evaluation, e, 0, v, 1);
            if (s.External < 0) continue;
            evaluation.Content[s.External] -= v.Value;
            AddSlopes(evaluation, e, 2, v, -1);
        }
    }
}
