namespace Azygos.Studies.Designs;

/// <summary>Why a design cannot be run.</summary>
/// <param name="Key">Key of the protocol, such as <c>people.ms</c>.</param>
/// <param name="Value">Value in words, or empty.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record DesignFault(string Key, string Value, string Message);
