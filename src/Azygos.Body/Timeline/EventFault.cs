namespace Azygos.Body.Timeline;

/// <summary>What is wrong with a timeline.</summary>
/// <param name="Event">Index of the event, or null where it is the timeline's.</param>
/// <param name="Key">Key of the event, as files name it.</param>
/// <param name="Value">Value, with its unit, or empty.</param>
/// <param name="Reason">What is wrong, and what is allowed.</param>
public sealed record EventFault(int? Event, string Key, string Value, string Reason);
