using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Volumes of one law: what is inside a node displaces what is outside it, so a cranial volume pushes on the
/// cerebrospinal fluid.</summary>
internal sealed class VolumeGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), IVolumeGroup
    where TLaw : struct, IVolumeLaw
{
    private double[] volume = [];   // shape [stride]

    public double VolumeOf(int element) => volume[element];

    public override bool IsBrisk => Waveforms.Any(w => w is not null);

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
        if (volume.Length != Stride) volume = new double[Stride];
        Find(evaluation);
        double[] content = evaluation.Content;
        for (int e = 0; e < Slots.Length; e++)
        {
            double v = volume[e];
            content[Up[e]] += v;
            content[External[e]] -= v;
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
                new(transmural, Dual.Variable(At(evaluation, s.State), 3), Dual.From(evaluation.Drive[Drive[e]])),
                Row<Dual>(e));
            evaluation.Content[s.Up] += v.Value;
            evaluation.Content[External[e]] -= v.Value;
            AddSlopes(evaluation, e, 0, v, 1);
            AddSlopes(evaluation, e, 2, v, -1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Find(Evaluation evaluation)
    {
        double[] value = evaluation.Value;
        for (int e = 0; e < volume.Length; e += Lanes.Count)
        {
            Lanes transmural = Lanes.Gather(value, Up, e) - Lanes.Gather(value, External, e)
                - Lanes.From(evaluation.Column) * Lanes.At(ExternalUp, e);
            TLaw.Volume<Lanes>(
                new(transmural, Lanes.Gather(value, State, e), Lanes.Gather(evaluation.Drive, Drive, e)), Row<Lanes>(e))
                .Store(volume, e);
        }
    }
}
