using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Submits what is saved, with the questionnaire, and gives the receipt: all or nothing, and in time by our clock.</summary>
public static class SubmitBid
{
    public sealed record Command : IRequest<BidSubmission>
    {
        public TenderId Tender { get; init; }

        /// <summary>The bid as it was looked at: a second submission of the same finds it changed.</summary>
        public int? Version { get; init; }

        /// <summary>The sum of prices that was shown.</summary>
        public decimal? Total { get; init; }

        public bool Declared { get; init; }

        public string? DeclaredBy { get; init; }
    }

    internal sealed class Handler(IAppDb db, Envelopes envelopes, Sheets sheets, Submitting submitting, IAccounts accounts, ICurrentUser me, TimeProvider time)
        : IRequestHandler<Command, BidSubmission>
    {
        public async Task<BidSubmission> Handle(Command command, CancellationToken cancellationToken)
        {
            // The moment of arrival: waiting for others to be written makes nobody late.
            var arrived = time.Now();
            var (submission, refusal) = await db.InTransaction(() => Submit(command, arrived, cancellationToken), cancellationToken);
            return submission ?? throw refusal!;
        }

        private async Task<(BidSubmission? Submission, RuleBroken? Refusal)> Submit(Command command, DateTime arrived, CancellationToken token)
        {
            var tender = await db.Hold(command.Tender, token);
            var sheet = await db.ReadSheet(tender, envelopes, sheets, me, arrived, token);
            if (tender.State == TenderState.Published && arrived > tender.ClosesAt)
                return await Late(sheet, arrived, token);
            sheet.Bid.RequireVersion(command.Version);
            Require(sheet, command);
            var assessment = sheet.IsAnswering ? (await submitting.Submit(sheet.Bid.AssessmentId!.Value, command.DeclaredBy, token)).ContentHash : await HashOf(sheet, token);
            var submission = Seal(sheet, assessment, command.DeclaredBy!.Trim(), arrived);
            var account = me.Id is { } id ? await accounts.Find(id, token) : null;
            sheet.Bid.Submit(tender, submission, account?.Email ?? "", Inviting.MailLanguage(me.Language));
            await db.SaveChangesAsync(token);
            return (submission, null);
        }

        private static void Require(BidSheet sheet, Command command)
        {
            if (sheet.Missing > 0)
                throw TenderRefusals.Incomplete(sheet.Missing);
            if (!command.Declared || string.IsNullOrWhiteSpace(command.DeclaredBy) || command.DeclaredBy.Length > 200)
                throw TenderRefusals.NotDeclared();
            if (command.Total is { } shown && shown != sheet.Total)
                throw TenderRefusals.TotalChanged(Text(shown), Text(sheet.Total ?? 0));
        }

        // Kept on record, so the refusal is not an exception that would take it back.
        private async Task<(BidSubmission?, RuleBroken?)> Late(BidSheet sheet, DateTime arrived, CancellationToken token)
        {
            sheet.Bid.ArriveLate(arrived);
            await db.SaveChangesAsync(token);
            return (null, TenderRefusals.Late(Second(arrived), Second(sheet.Tender.ClosesAt)));
        }

        private BidSubmission Seal(BidSheet sheet, string? assessment, string by, DateTime arrived)
        {
            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var text = BidContentText.Of(sheet.Bid, sheet.Tender.Edition, salt, sheet.Offer, sheet.Prices, assessment);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            return new(sheet.Bid.Submissions.Count + 1, arrived, ReceiptNumber.New(arrived, 'B'), hash, by, sheet.Tender.Edition,
                envelopes.Seal(sheet.Tender, sheet.Bid, sheet.Offer with { Salt = salt, Assessment = assessment }), envelopes.Seal(sheet.Tender, sheet.Bid, sheet.Prices));
        }

        private async Task<string?> HashOf(BidSheet sheet, CancellationToken token) =>
            sheet.Bid.AssessmentId is { } id ? await db.Assessments.Where(a => a.Id == id).Select(a => a.Submission!.ContentHash).SingleAsync(token) : null;

        private static string Second(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

        private static string Text(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
    }
}

/// <summary>What a bid's hash is taken of; the bidder can save it and compute the hash again.</summary>
public static class BidContentText
{
    public static string Of(TenderBid bid, int edition, string salt, OfferContent offer, PriceContent prices, string? assessment) =>
        $"supplier-esg bid 1\n{bid.TenderId} {edition}\n{bid.SupplierId}\n{salt}\n{TenderJson.Write(offer with { Salt = "", Assessment = null })}\n{TenderJson.Write(prices)}\n{assessment}\n";
}
