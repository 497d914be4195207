using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Vessel cells of one wall law: a flow state between two half volumes. Values are found in lanes, side by side; slopes cell by cell.</summary>
internal sealed class CellGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), ICellGroup
    where TLaw : struct, ICellLaw
{
    // What the law sees of each cell and what it gives; shape [stride].
    private double[] drop = [], upstream = [], downstream = [], flow = [];
    private double[] upstreamRatio = [], downstreamRatio = [];
    private double[] upstreamVolume = [], downstreamVolume = [], flowRate = [];

    // A₀ is parameter 3 of every cell law.
    private const int ReferenceArea = 3;

    public double AreaOf(int element) =>
        0.5 * ParameterTable[ReferenceArea * Stride + element] * (upstreamRatio[element] + downstreamRatio[element]);

    public double VolumeOf(int element) => upstreamVolume[element] + downstreamVolume[element];

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
        FindAreas(evaluation);
        for (int e = 0; e < Stride; e += Lanes.Count)
        {
            CellOutput<Lanes> cell = TLaw.Cell(
                new LawInput<Lanes>(Lanes.At(drop, e), Lanes.At(upstream, e), Lanes.At(downstream, e), Lanes.At(flow, e), Lanes.From(0)),
                Lanes.At(upstreamRatio, e), Lanes.At(downstreamRatio, e), Row<Lanes>(e));
            cell.UpstreamVolume.Store(upstreamVolume, e);
            cell.DownstreamVolume.Store(downstreamVolume, e);
            cell.FlowRate.Store(flowRate, e);
        }

        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            evaluation.Content[s.Up] += upstreamVolume[e];
            evaluation.Content[s.Down] += downstreamVolume[e];
            if (s.External >= 0) evaluation.Content[s.External] -= upstreamVolume[e] + downstreamVolume[e];
            evaluation.Content[s.State] += flow[e];
            evaluation.Rate[s.Up] -= flow[e];
            evaluation.Rate[s.Down] += flow[e];
            evaluation.Rate[s.State] += flowRate[e];
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        FindAreas(evaluation);
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            LawInput<Dual> input = DualInput(evaluation, s, 2, s.State, 3, Drive[e]);
            CellOutput<Dual> cell = TLaw.Cell(
                input, Lift(upstreamRatio[e], input.UpstreamTransmural, e), Lift(downstreamRatio[e], input.DownstreamTransmural, e), Row<Dual>(e));
            Dual q = input.State;
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

    // dα/dp = 1/y′(α): the inverse's slope needs no second inversion.
    private Dual Lift(double ratio, Dual transmural, int e)
    {
        double slope = TLaw.PressureSlope(new Real(ratio), Row<Real>(e)).Value;
        return new Dual(ratio, transmural.Slopes / slope);
    }

    private void FindAreas(Evaluation evaluation)
    {
        if (drop.Length != Stride) Allocate();
        for (int e = 0; e < Stride; e++)
        {
            LawInput<Real> input = RealInput(evaluation, Slots[Math.Min(e, Slots.Length - 1)], Slots[Math.Min(e, Slots.Length - 1)].State, 0);
            drop[e] = input.Drop.Value;
            upstream[e] = input.UpstreamTransmural.Value;
            downstream[e] = input.DownstreamTransmural.Value;
            flow[e] = input.State.Value;
        }

        for (int e = 0; e < Stride; e += Lanes.Count)
        {
            TLaw.AreaRatio(Lanes.At(upstream, e), Row<Lanes>(e)).Store(upstreamRatio, e);
            TLaw.AreaRatio(Lanes.At(downstream, e), Row<Lanes>(e)).Store(downstreamRatio, e);
        }
    }

    private void Allocate()
    {
        (drop, upstream, downstream, flow) = (new double[Stride], new double[Stride], new double[Stride], new double[Stride]);
        (upstreamRatio, downstreamRatio) = (new double[Stride], new double[Stride]);
        (upstreamVolume, downstreamVolume, flowRate) = (new double[Stride], new double[Stride], new double[Stride]);
    }
}
