namespace SupplierEsg.Domain.Tenders;

/// <summary>How far a tender has come. That its closing time is over makes no state of its own: the clock says it.</summary>
public enum TenderState
{
    /// <summary>Only the buyer's people see it, and everything can be changed.</summary>
    Draft,

    /// <summary>Suppliers see it; until closing time they bid.</summary>
    Published,

    /// <summary>Two people have opened the bids; evaluators declare their conflicts and mark.</summary>
    Opened,

    /// <summary>The marks are complete; with two envelopes the prices may still be sealed.</summary>
    Marked,

    /// <summary>Somebody proposes an award; a second person has to approve it.</summary>
    Proposed,

    /// <summary>The bidders know the decision and may complain.</summary>
    Standstill,

    Awarded,

    /// <summary>Over without an award.</summary>
    Ended,
}

/// <summary>What is opened in one go.</summary>
public enum Envelope
{
    /// <summary>Declarations and offer documents; where there is one envelope only, the prices too.</summary>
    Offers,

    Prices,
}
