using Microsoft.AspNetCore.Authentication;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Spares a session the unsealing of its cookie with every request: what a cookie says never changes. Nothing is kept longer than
/// the minute after which a session is held against its account anyway.
/// </summary>
internal sealed class RecentTickets(ISecureDataFormat<AuthenticationTicket> seal, TimeProvider time) : ISecureDataFormat<AuthenticationTicket>
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Recent<string, Known> tickets = new(1000);

    public string Protect(AuthenticationTicket data) => seal.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => seal.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
            return seal.Unprotect(protectedText, purpose);
        if (tickets.Find(protectedText) is { } known && time.GetElapsedTime(known.Since) < Life)
            return known.Ticket;
        var ticket = seal.Unprotect(protectedText, purpose);
        if (ticket is not null)
            tickets.Keep(protectedText, new(ticket, time.GetTimestamp()));
        return ticket;
    }

    private sealed record Known(AuthenticationTicket Ticket, long Since);
}
