namespace Azygos.Circulation.Assembly;

/// <summary>A group whose elements carry a flow without a state of their own, known after an evaluation.</summary>
internal interface IFlowGroup
{
    /// <summary>Flow of an element at the last evaluation [m³/s].</summary>
    double Flow(int element);
}
