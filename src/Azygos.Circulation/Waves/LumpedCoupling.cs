using Azygos.Circulation.Assembly;
using Azygos.Circulation.Running;
using Azygos.Circulation.Stepping;
using Azygos.Circulation.Waveforms;

namespace Azygos.Circulation.Waves;

/// <summary>Steps the lumped network together with the vessels that end at its nodes.</summary>
/// <remarks>
/// Before a step of the network each shared node learns how the lumped side stands: storage C and answer G from the
/// slopes, inflow and pressure carried on linearly. The vessels then step; what they passed goes into the lumped step
/// as a flow linear in time. A node with storage takes exactly that; one without answers to its pressure too, and what
/// it then took too little or too much the vessels get back in the next step: nothing is lost. (Given to the lumped side
/// instead, it would wait for an inertance to take it, and the pressure it builds up meanwhile is of order 1.)
/// </remarks>
/// <source choice="loose Robin coupling of order 2, derived in this project: the lumped system is solved once a
/// step of the network, whatever the vessels' own steps"/>
internal sealed class LumpedCoupling
{
    // Rows with slopes are evaluated at this weight, in steps of the network: that of an implicit half step.
    private const double Half = 0.5;

    private readonly LumpedNetwork network;
    private readonly LumpedSystem system;
    private readonly LumpedStepper stepper;
    private readonly LumpedBalance[] nodes;
    private readonly VesselInterface[] interfaces;
    private readonly FluidAround[] fluids;
    private readonly Evaluation evaluation;
    private readonly (int Out, int Back, int Own)[][] neighbours;
    private readonly double[] lastRate, lastPressure, lastInflow, lastMean, pending, thisRate;
    private double lastStep;

    public LumpedCoupling(LumpedNetwork network, WaveMesh mesh)
    {
        this.network = network;
        nodes = [.. mesh.Nodes.OfType<LumpedBalance>()];
        system = new LumpedSystem(network);
        interfaces = [.. nodes.Select(node => new VesselInterface(system.SlotOf(network.NameOf(node.Node))))];
        fluids = [.. mesh.Surroundings.Where(one => one.Node is not null).Select(Fluid)];
        system.Attach([.. interfaces, .. fluids.Select(fluid => fluid.Displaced).OfType<VesselInterface>()]);
        stepper = new LumpedStepper(system);
        State = new LumpedState(system.Unknowns.Length, system.KnownCount);
        evaluation = system.NewEvaluation();
        neighbours = [.. interfaces.Select(one => Neighbours(one.Slot))];
        lastRate = new double[nodes.Length];
        lastPressure = new double[nodes.Length];
        lastInflow = new double[nodes.Length];
        lastMean = new double[nodes.Length];
        pending = new double[nodes.Length];
        thisRate = new double[nodes.Length];

        FluidAround Fluid(Surroundings around)
        {
            VesselLine[] inside = [.. mesh.Lines.Where(line => line.Surroundings == around)];
            NodeId node = around.Node!.Value;
            Waveform? prescribed = network.Nodes[node.Index].Prescribed;
            around.Set(0, prescribed?.At(0) ?? network.Nodes[node.Index].InitialPressure, 0);
            return new FluidAround(around, inside, prescribed)
            {
                Slot = system.SlotOf(network.NameOf(node)),
                Displaced = prescribed is null ? new VesselInterface(system.SlotOf(network.NameOf(node))) : null,
            };
        }
    }

    public LumpedSystem System => system;

    public LumpedStepper Stepper => stepper;

    public LumpedState State { get; }

    /// <summary>Volume on its way between vessels and lumped nodes [m³]: passed, not yet taken.</summary>
    public double Pending() => pending.Sum() + fluids.Sum(fluid => fluid.Pending);

    /// <summary>Volume of the vessels inside a fluid of the lumped network [m³]: what they gain, the fluid gives
    /// way to.</summary>
    public double HeldInFluids() => fluids.Where(fluid => fluid.Displaced is not null).Sum(fluid => fluid.Held());

    /// <summary>Initial values: nodes without storage at the pressure of their vessels.</summary>
    public SolveFailure? Initialise()
    {
        for (int i = 0; i < nodes.Length; i++)
        {
            VesselEnd end = nodes[i].Ends[0];
            interfaces[i].Conductance = Admittance(i);
            end.Try(end.Area);
            interfaces[i].Pressure = end.TrialPressure;
        }

        return stepper.Initialise(State);
    }

    /// <summary>Row of a node's pressure, or −1 where it is prescribed.</summary>
    public int RowOf(NodeId node)
    {
        int slot = system.SlotOf(network.NameOf(node));
        return slot < system.Unknowns.Length ? slot : -1;
    }

    /// <summary>What the rows hold by the laws at the present values; shape [unknowns + known].</summary>
    public double[] Contents()
    {
        stepper.Observe(State);
        return stepper.Evaluation.Content;
    }

    /// <summary>Takes the values of a steady state for all rows of the same name; nodes without storage are
    /// balanced.</summary>
    public SolveFailure? StartFrom(SteadyFlow steady)
    {
        steady.CopyTo(system, State);
        for (int i = 0; i < nodes.Length; i++)
        {
            VesselInterface one = interfaces[i];
            one.Conductance = Admittance(i);
            one.Inflow = nodes[i].Outflowing();
            one.Pressure = State.Value[one.Slot];
        }

        return stepper.MakeConsistent(State);
    }

    /// <summary>Goes on from the state of another network of the same unknowns, in the middle of its run.</summary>
    /// <exception cref="InvalidOperationException">The unknowns are others.</exception>
    public void TakeOver(LumpedCoupling before)
    {
        system.TakeOver(before.system, before.State, State);
        foreach ((double[] from, double[] to) in new[]
        {
            (before.lastRate, lastRate), (before.lastPressure, lastPressure), (before.lastInflow, lastInflow),
            (before.lastMean, lastMean), (before.pending, pending),
        })
            from.CopyTo(to, 0);
        for (int i = 0; i < interfaces.Length; i++) interfaces[i].TakeOver(before.interfaces[i]);
        for (int i = 0; i < nodes.Length; i++) nodes[i].TakeOver(before.nodes[i]);
        for (int i = 0; i < fluids.Length; i++) fluids[i].TakeOver(before.fluids[i]);
        lastStep = before.lastStep;
        stepper.Forget();
    }

    /// <summary>Changes a value by other means than a step; <see cref="Settle"/> must follow.</summary>
    public void Change(int row, double change)
    {
        State.Value[row] += change;
        for (int i = 0; i < interfaces.Length; i++)
        {
            if (interfaces[i].Slot != row) continue;
            lastPressure[i] += change;
            interfaces[i].Pressure += change;
        }

        foreach (FluidAround fluid in fluids)
            if (fluid.Slot == row) fluid.Move(change);
    }

    /// <summary>After values were changed: contents by the laws, nodes without storage balanced. What the next step carries
    /// on from the last ones stays, so that a small change makes a small difference.</summary>
    public SolveFailure? Settle() => stepper.MakeConsistent(State);

    /// <summary>Tells the shared nodes how the lumped side stands before a step.</summary>
    public void Begin(double time, double step)
    {
        Array.Copy(State.Value, evaluation.Value, State.Value.Length);
        system.SetTime(evaluation, time, beforeJump: false);
        Silence();
        Array.Clear(evaluation.RowWeight);
        system.EvaluateWithSlopes(evaluation);
        foreach (FluidAround fluid in fluids) fluid.Begin(time, step, lastStep, evaluation.Value[fluid.Slot]);
        for (int i = 0; i < nodes.Length; i++) nodes[i].Compliance = evaluation.Jacobian[interfaces[i].Diagonal];
        double weight = Half * step;
        Array.Fill(evaluation.RowWeight, weight);
        system.EvaluateWithSlopes(evaluation);
        for (int i = 0; i < nodes.Length; i++)
        {
            LumpedBalance node = nodes[i];
            int slot = interfaces[i].Slot;
            double rate = evaluation.Rate[slot], pressure = evaluation.Value[slot];
            double schur = evaluation.Jacobian[interfaces[i].Diagonal];
            foreach ((int there, int back, int own) in neighbours[i])
                if (evaluation.Jacobian[own] != 0)
                    schur -= evaluation.Jacobian[there] * evaluation.Jacobian[back] / evaluation.Jacobian[own];
            node.Conductance = Math.Max(0, (schur - node.Compliance) / weight);
            bool isFirst = lastStep == 0;
            node.Rate = rate + pending[i] / step;
            thisRate[i] = rate;
            node.Expected = pressure;
            node.RateSlope = isFirst ? 0 : (rate - lastRate[i]) / lastStep;
            node.ExpectedSlope = isFirst ? 0 : (pressure - lastPressure[i]) / lastStep;
            node.Start(time, pressure);
        }
    }

    /// <summary>Steps the lumped network with what the vessels passed.</summary>
    public SolveFailure? End(double time, double step)
    {
        double between = 0.5 * (step + lastStep);
        for (int i = 0; i < nodes.Length; i++)
        {
            LumpedBalance node = nodes[i];
            VesselInterface one = interfaces[i];
            double inflow = node.Volume / step, mean = node.PressureTime / step;
            one.Middle = time + 0.5 * step;
            one.Inflow = inflow;
            one.InflowSlope = lastStep == 0 ? 0 : (inflow - lastInflow[i]) / between;
            one.Conductance = node.Compliance > 0 ? 0 : node.Response();
            one.Pressure = mean;
            one.PressureSlope = lastStep == 0 ? 0 : (mean - lastMean[i]) / between;
            one.Taken = 0;
        }

        foreach (FluidAround fluid in fluids) fluid.Tell(time, step, lastStep);
        if (stepper.Step(State, time + step) is { } failure) return failure;
        foreach (FluidAround fluid in fluids) fluid.End(step, evaluation.Value[fluid.Slot]);
        for (int i = 0; i < nodes.Length; i++)
        {
            pending[i] += nodes[i].Volume - interfaces[i].Taken;
            lastRate[i] = thisRate[i];
            lastPressure[i] = nodes[i].Expected;
            lastInflow[i] = nodes[i].Volume / step;
            lastMean[i] = nodes[i].PressureTime / step;
        }

        lastStep = step;
        return null;
    }

    private double Admittance(int node) => nodes[node].Admittance();

    private void Silence()
    {
        for (int i = 0; i < system.Interfaces.Count; i++)
        {
            VesselInterface one = system.Interfaces[i];
            one.Inflow = one.InflowSlope = one.Conductance = 0;
        }
    }

    private (int Out, int Back, int Own)[] Neighbours(int slot)
    {
        List<(int, int, int)> found = [];
        for (int k = 0; k < system.Unknowns.Length; k++)
            if (k != slot && system.Matrix.TryPositionOf(slot, k, out int there)
                && system.Matrix.TryPositionOf(k, slot, out int back))
                found.Add((there, back, system.Matrix.PositionOf(k, k)));
        return [.. found];
    }
}
