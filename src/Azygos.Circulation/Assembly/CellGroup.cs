using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Vessel cells of one wall law: a flow state between two half volumes.</summary>
internal sealed class CellGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), ICellGroup
    where TLaw : struct, ICellLaw
{
    private CellOutput<Real>[] last = [];

    public (double Upstream, double Downstream) Areas(int element) =>
        (last[element].UpstreamArea.Value, last[element].DownstreamArea.Value);

    public double VolumeOf(int element) => last[element].UpstreamVolume.Value + last[element].DownstreamVolume.Value;

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.Up;
        columns[1] = element.Down;
        columns[2] = element.External;
        columns[3] = element.State;
    }

    public override IEnumerable<int> ContentRows() =>
        Slots.SelectMany(s => new[] { s.Up, s.Down, s.External, s.State }).Where(r => r >= 0);

    public override void Evaluate(Evaluation evaluation)
    {
        if (last.Length != Slots.Length) last = new CellOutput<Real>[Slots.Length];
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            double q = evaluation.Value[s.State];
            CellOutput<Real> cell = TLaw.Cell(RealInput(evaluation, s, s.State, Drive[e]), new Parameters<Real>(Row(e)));
            last[e] = cell;
            evaluation.Content[s.Up] += cell.UpstreamVolume.Value;
            evaluation.Content[s.Down] += cell.DownstreamVolume.Value;
            if (s.External >= 0) evaluation.Content[s.External] -= cell.UpstreamVolume.Value + cell.DownstreamVolume.Value;
            evaluation.Content[s.State] += q;
            evaluation.Rate[s.Up] -= q;
            evaluation.Rate[s.Down] += q;
            evaluation.Rate[s.State] += cell.FlowRate.Value;
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = Dual.Variable(evaluation.Value[s.State], 3);
            CellOutput<Dual> cell = TLaw.Cell(DualInput(evaluation, s, 2, s.State, 3, Drive[e]), new Parameters<Dual>(Row(e)));
            evaluation.Content[s.Up] += cell.UpstreamVolume.Value;
            evaluation.Content[s.Down] += cell.DownstreamVolume.Value;
            evaluation.Content[s.State] += q.Value;
            evaluation.Rate[s.Up] -= q.Value;
            evaluation.Rate[s.Down] += q.Value;
            evaluation.Rate[s.State] += cell.FlowRate.Value;
            AddSlopes(evaluation, e, 0, cell.UpstreamVolume, 1);
            AddSlopes(evaluation, e, 1, cell.DownstreamVolume, 1);
            if (s.External >= 0)
            {
                Dual outside = cell.UpstreamVolume + cell.DownstreamVolume;
                evaluation.Content[s.External] -= outside.Value;
                AddSlopes(evaluation, e, 2, outside, -1);
            }

            AddSlopes(evaluation, e, 3, q, 1);
            AddSlopes(evaluation, e, 0, q, Weight(evaluation, s.Up));
            AddSlopes(evaluation, e, 1, q, -Weight(evaluation, s.Down));
            AddSlopes(evaluation, e, 3, cell.FlowRate, -Weight(evaluation, s.State));
        }
    }
}
