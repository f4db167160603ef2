using FluentValidation;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Accounts;

/// <summary>Makes a key for a program that acts as this account. Its answer is the only time the key is seen.</summary>
public static class IssueApiKey
{
    public sealed record Command : IRequest<string>
    {
        public string Name { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name)
            .Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("Enter a name that says which program uses the key.")
            .MaximumLength(100).WithMessage("The name is longer than 100 characters.");
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var (key, secret) = ApiKey.Issue(me.Id ?? throw new NotFound("account"), command.Name.Trim(), time.Now());
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync(cancellationToken);
            return secret;
        }
    }
}
