using Azygos.Body.Breathing;
using Azygos.Body.Model;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waveforms;

namespace Azygos.Body.Building;

/// <summary>What is done to a body from outside while it runs: the waveforms that a built body reads.</summary>
/// <remarks>A timeline knows them beforehand; a live body makes them as its controls are turned.</remarks>
internal interface IBodySignals
{
    /// <summary>True: gravity changes in time.</summary>
    bool Tilts { get; }

    /// <summary>A strength times the sine of the tilt.</summary>
    Waveform Tilted(double strength);

    /// <summary>Pressure in the chest [Pa].</summary>
    /// <param name="quiet">That of quiet breathing.</param>
    /// <param name="period">Length of a breath [s].</param>
    Waveform Chest(BreathWaveform quiet, double period);

    /// <summary>Pressure in the abdomen [Pa]; the chest's must have been made.</summary>
    Waveform Abdomen(BreathWaveform quiet);

    /// <summary>What presses on the whole of a vessel [Pa], or null.</summary>
    Waveform? On(string vessel);

    /// <summary>What presses on parts of a vessel.</summary>
    /// <param name="vessel">Its id.</param>
    /// <param name="length">Its length [m].</param>
    IEnumerable<OutsideLoad> OnPartsOf(string vessel, double length);

    /// <summary>What is infused into a node of the fluid around brain and spinal cord [m³/s].</summary>
    IEnumerable<(string Node, Waveform Flow)> Infusions { get; }

    /// <summary>Blood that is given into the venous reservoir of a bed [m³/s]; null: none ever is.</summary>
    Waveform? Transfusion(BedRow bed) => null;

    /// <summary>Contraction of a chamber, given that of an even beat.</summary>
    Waveform Beat(Waveform even) => even;

    /// <summary>Factors of a throat's areas in time, for flow along its vessel and against it; null: what the throat itself
    /// says.</summary>
    (Waveform Forward, Waveform Backward)? Opening(string throat) => null;
}
