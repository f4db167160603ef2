using System.Net.Mail;
using FluentValidation;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>The shape of what is sent; the rules are the domain's.</summary>
internal abstract class SupplierDetailsValidator<TCommand> : AbstractValidator<TCommand>
    where TCommand : SupplierDetails
{
    protected SupplierDetailsValidator()
    {
        RuleFor(c => c.LegalName).NotEmpty().WithMessage("Enter the legal name as it stands in the register.");
        RuleFor(c => c.LegalName).MaximumLength(SupplierProfile.MaxNameLength).WithMessage("Enter at most 200 characters.");
        RuleFor(c => c.LocalName).MaximumLength(SupplierProfile.MaxNameLength).WithMessage("Enter at most 200 characters.");
        RuleFor(c => c.CountryCode).NotEmpty().WithMessage("Choose the country.");
        RuleFor(c => c.Parent).MaximumLength(SupplierProfile.MaxNameLength).WithMessage("Enter at most 200 characters.");
        RuleFor(c => c.Categories).Must(rows => rows.Count <= ProductCategory.All.Count).WithMessage("Choose each category once.");

        RuleFor(c => c.Identifiers).Must(rows => rows.Count <= SupplierDetails.MostRows).WithMessage("Enter at most 50 identifiers.");
        RuleForEach(c => c.Identifiers).Where(row => !row.IsBlank()).SetValidator(new IdentifierRowValidator());
        RuleFor(c => c.Sites).Must(rows => rows.Count <= SupplierDetails.MostRows).WithMessage("Enter at most 50 sites.");
        RuleForEach(c => c.Sites).Where(row => !row.IsBlank()).SetValidator(new SiteRowValidator());
        RuleFor(c => c.Contacts).Must(rows => rows.Count <= SupplierDetails.MostRows).WithMessage("Enter at most 50 contacts.");
        RuleForEach(c => c.Contacts).Where(row => !row.IsBlank()).SetValidator(new ContactRowValidator());
    }
}

internal sealed class IdentifierRowValidator : AbstractValidator<IdentifierRow>
{
    public IdentifierRowValidator()
    {
        RuleFor(row => row.Scheme).NotNull().WithMessage("Choose what kind of number this is.");
        RuleFor(row => row.Scheme).IsInEnum().WithMessage("Choose what kind of number this is.");
    }
}

internal sealed class SiteRowValidator : AbstractValidator<SiteRow>
{
    public SiteRowValidator()
    {
        RuleFor(row => row.Kind).IsInEnum().WithMessage("Choose registered office or site.");
        RuleFor(row => row.Lines).NotEmpty().WithMessage("Enter the street and house, or the building.");
        RuleFor(row => row.Lines).MaximumLength(Site.MaxLinesLength).WithMessage("Enter at most 400 characters.");
        RuleFor(row => row.City).NotEmpty().WithMessage("Enter the city or town.");
        RuleFor(row => row.City).MaximumLength(Site.MaxPartLength).WithMessage("Enter at most 100 characters.");
        RuleFor(row => row.Region).MaximumLength(Site.MaxPartLength).WithMessage("Enter at most 100 characters.");
        RuleFor(row => row.Postcode).MaximumLength(Site.MaxPostcodeLength).WithMessage("Enter at most 20 characters.");
    }
}

internal sealed class ContactRowValidator : AbstractValidator<ContactRow>
{
    public ContactRowValidator()
    {
        RuleFor(row => row.Name).NotEmpty().WithMessage("Enter the person's name.");
        RuleFor(row => row.Name).MaximumLength(Contact.MaxPartLength).WithMessage("Enter at most 100 characters.");
        RuleFor(row => row.Role).MaximumLength(Contact.MaxPartLength).WithMessage("Enter at most 100 characters.");
        RuleFor(row => row.Phone).MaximumLength(Contact.MaxPartLength).WithMessage("Enter at most 100 characters.");
        RuleFor(row => row.Email).Must(IsAddress).WithMessage("Enter an e-mail address such as name@example.com.").Unless(row => string.IsNullOrWhiteSpace(row.Email));
        RuleFor(row => row.Language).Must(language => ContactRow.Languages.Contains(language)).WithMessage("Choose English (en) or Chinese (zh-Hans).").Unless(row => row.Language is null);
    }

    private static bool IsAddress(string? email) =>
        email!.Trim() is { Length: <= Contact.MaxEmailLength } trimmed
        && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && MailAddress.TryCreate(trimmed, out var address)
        && address.Address == trimmed
        && address.Host.Trim('.').Contains('.');
}
