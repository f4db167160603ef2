using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Answering;

/// <summary>Whether a receipt's number is real, for anybody who holds one: the time and the fingerprint, and nothing of whom or of what.</summary>
public static class CheckReceipt
{
    public sealed record Query(string Number) : IRequest<Result>;

    public sealed record Result(string Number, DateTime At, string ContentHash);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var number = query.Number.Trim().ToUpperInvariant();
            // Whoever asks is a stranger here, to whom the filter would show nothing; the number is the key.
            var assessments = db.Assessments.IgnoreQueryFilters().AsNoTracking();
            return await assessments
                .Where(assessment => assessment.Submission != null && assessment.Submission.Receipt == number)
                .Select(assessment => new Result(assessment.Submission!.Receipt, assessment.Submission.At, assessment.Submission.ContentHash))
                .FirstOrDefaultAsync(cancellationToken)
                // A receipt stands, though the answers were sent back and submitted again since.
                ?? await assessments.SelectMany(assessment => assessment.EarlierSubmissions).Where(earlier => earlier.Receipt == number)
                    .Select(earlier => new Result(earlier.Receipt, earlier.At, earlier.ContentHash))
                    .FirstOrDefaultAsync(cancellationToken)
                ?? await db.Bids.IgnoreQueryFilters().AsNoTracking().SelectMany(bid => bid.Submissions).Where(sent => sent.Receipt == number)
                    .Select(sent => new Result(sent.Receipt, sent.At, sent.ContentHash))
                    .FirstOrDefaultAsync(cancellationToken).OrNotFound("receipt");
        }
    }
}
