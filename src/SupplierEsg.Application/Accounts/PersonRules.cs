using FluentValidation;

namespace SupplierEsg.Application.Accounts;

/// <summary>Shapes that several account forms share.</summary>
internal static class PersonRules
{
    public static readonly string[] Languages = ["en", "zh-Hans"];

    public static IRuleBuilderOptions<T, string> PersonName<T>(this IRuleBuilder<T, string> name) => name
        .Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("Enter the person's name.")
        .MaximumLength(200).WithMessage("The name is longer than 200 characters.");

    public static IRuleBuilderOptions<T, string> Email<T>(this IRuleBuilder<T, string> email) => email
        .Must(e => !string.IsNullOrWhiteSpace(e)).WithMessage("Enter an e-mail address.");

    public static IRuleBuilderOptions<T, string> Language<T>(this IRuleBuilder<T, string> language) => language
        .Must(l => Languages.Contains(l)).WithMessage("Choose one of the languages.");

    public static IRuleBuilderOptions<T, string> NewPassword<T>(this IRuleBuilder<T, string> password) => password
        .Must(p => !string.IsNullOrEmpty(p)).WithMessage("Choose a password.");
}
