using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Application.Today;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Support;

/// <summary>States and steps of tenders and bids in words.</summary>
internal static class TenderWords
{
    public static string Of(this Words T, TenderState state, bool closed) => state switch
    {
        TenderState.Draft => T["Draft"],
        TenderState.Published when closed => T["Closed, sealed"],
        TenderState.Published => T["Open for bids"],
        TenderState.Opened => T["Being marked"],
        TenderState.Marked => T["Marks complete"],
        TenderState.Proposed => T["Award proposed"],
        TenderState.Standstill => T["Standstill"],
        TenderState.Awarded => T["Awarded"],
        _ => T["Ended without award"],
    };

    public static string TagOf(TenderState state, bool closed) => state switch
    {
        TenderState.Draft or TenderState.Ended => "tag",
        TenderState.Published when closed => "tag caution",
        TenderState.Awarded => "tag good",
        _ => "tag info",
    };

    public static string Of(this Words T, TenderBidState? state) => state switch
    {
        null => T["Not begun"],
        TenderBidState.Draft => T["Begun, not submitted"],
        TenderBidState.Submitted => T["Bid submitted"],
        _ => T["Bid withdrawn"],
    };

    public static string TagOf(TenderBidState? state) => state switch
    {
        TenderBidState.Submitted => "tag good",
        TenderBidState.Draft => "tag caution",
        _ => "tag",
    };

    /// <summary>What a bid is excluded for by decision.</summary>
    public static string Ground(this Words T, string ground) =>
        Enum.TryParse<ExclusionGround>(ground, out var known) ? T.Of(known) : ground == TenderBid.AbnormallyLow ? T["Abnormally low price, not explained"] : ground;

    public static string Of(this Words T, DecideOnBid.Step step) => step switch
    {
        DecideOnBid.Step.Exclude => T["Exclude the bid"],
        DecideOnBid.Step.TakeBackExclusion => T["Take the exclusion back"],
        DecideOnBid.Step.AskForExplanation => T["Ask for an explanation of the price"],
        DecideOnBid.Step.AcceptExplanation => T["Accept the explanation"],
        DecideOnBid.Step.RejectExplanation => T["Reject the explanation and exclude the bid"],
        DecideOnBid.Step.Complies => T["It complies"],
        _ => T["It doesn't comply"],
    };

    /// <summary>What is to be done, and on which of the tender's pages.</summary>
    public static (string Action, string Page) Of(this Words T, TenderStep step) => step switch
    {
        TenderStep.AnswerQuestions => (T["Answer the questions"], "questions"),
        TenderStep.AgreeToOpen => (T["Open the bids"], "opening"),
        TenderStep.DeclareConflicts => (T["Declare conflicts"], "marking"),
        TenderStep.MarkBids => (T["Mark the bids"], "marking"),
        TenderStep.Evaluate => (T["Look at the evaluation"], "evaluation"),
        TenderStep.Approve => (T["Approve the award"], "approval"),
        _ => (T["Award the contract"], "award"),
    };

    /// <summary>Closing time on the tender's own clocks, with their zone.</summary>
    public static string Closing(this Show show, DateTime utc, string zone)
    {
        var known = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), known);
        var offset = known.GetUtcOffset(utc);
        var hours = offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm}";
        var between = Languages.Current == "en" ? ", " : " ";
        return $"{show.Date(DateOnly.FromDateTime(local))}{between}{local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} ({(zone == hours ? zone : $"{zone}, {hours}")})";
    }

    /// <summary>Whether the reader is shown another time than the tender's.</summary>
    public static bool IsElsewhere(this Show show, DateTime utc, string zone) =>
        !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && known.GetUtcOffset(utc) == show.Zone.GetUtcOffset(utc));

    public static IEnumerable<SelectListItem> CurrencyChoices() => Currencies.All.Select(code => new SelectListItem(code, code));

    /// <summary>The usual ones first; all that the machine knows behind them.</summary>
    public static IEnumerable<SelectListItem> ZoneChoices(string? chosen)
    {
        string[] usual = ["Europe/Berlin", "Asia/Shanghai", "Europe/London", "Africa/Lusaka", "America/Lima", "America/New_York", "Asia/Singapore", "UTC"];
        return usual.Concat(chosen is { Length: > 0 } && !usual.Contains(chosen) ? [chosen] : []).Select(zone => new SelectListItem(zone, zone));
    }
}
