namespace SupplierEsg.Application.Common;

/// <summary>
/// The secret part of links in mails. A token is sealed with the program's keys and stored nowhere, so that a letter
/// can be written from the journal at any time. To make one work once, put into it something that changes when it is
/// used, and compare.
/// </summary>
public interface ILinkTokens
{
    /// <param name="purpose">A token made for one purpose is nothing to another.</param>
    string Make(string purpose, TimeSpan life, params IReadOnlyList<string> parts);

    /// <summary>The parts; null where the token is invented, damaged, too old, or of another purpose.</summary>
    IReadOnlyList<string>? Read(string purpose, string? token);
}

/// <summary>Where the program is reached from outside.</summary>
public interface ISite
{
    /// <param name="path">Begins with a slash.</param>
    string Address(string path);
}
