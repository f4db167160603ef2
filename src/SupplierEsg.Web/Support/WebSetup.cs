using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using StringWithQualityHeaderValue = Microsoft.Net.Http.Headers.StringWithQualityHeaderValue;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.Web.Support;

internal static class WebSetup
{
    public const string LanguageCookie = "language";
    public const string ThemeCookie = "theme";

    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ICurrentUser, CurrentUser>();
        services.AddScoped<Words>().AddScoped<Show>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<ApiFaults>();
        services.AddOpenApi("v1", ApiDescription.Describe);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new IdJsonConverterFactory());
            json.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
        });
        // Else the framework answers what it can't read with a bare 400 outside development.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddRazorPages().AddMvcOptions(mvc =>
        {
            Localise(mvc.ModelBindingMessageProvider);
            mvc.ModelBinderProviders.Insert(0, new WholeNumberBinderProvider());
            // What has to be given is the validators' to say, in the house's words.
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        // Chinese goes out as it is: a character reference takes eight bytes for three.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "antiforgery");
        services.AddHouseLanguages();
        services.AddHouseSignIn();
        services.AddDoorLimits(configuration);
        services.AddUploadRate(configuration);
        services.AddHostedService<SetupGreeting>();
        return services;
    }

    private static void AddHouseLanguages(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.All.Select(language => CultureInfo.GetCultureInfo(language.Culture)).ToList();
            options.SupportedCultures = options.SupportedUICultures = cultures;
            options.SetDefaultCulture(cultures[0].Name);
            options.FallBackToParentCultures = options.FallBackToParentUICultures = true;
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(http => Task.FromResult(Chosen(http.Request.Cookies[LanguageCookie]))),
                new CustomRequestCultureProvider(http => Task.FromResult(Accepted(http.Request.Headers.AcceptLanguage.ToString()))),
            ];
        });

    private static ProviderCultureResult? Chosen(string? tag) =>
        Languages.All.Any(language => language.Tag == tag) ? new ProviderCultureResult(Languages.CultureOf(tag!)) : null;

    // zh, zh-TW, zh-Hant-HK all read Simplified Chinese rather than English: it is the only Chinese there is here.
    private static ProviderCultureResult? Accepted(string wishes)
    {
        if (KnownWishes.Find(wishes) is { } known)
            return known.Language;
        var language = Accepted(StringWithQualityHeaderValue.TryParseList([wishes], out var read) ? read : []);
        KnownWishes.Keep(wishes, new(language));
        return language;
    }

    private static ProviderCultureResult? Accepted(IEnumerable<StringWithQualityHeaderValue> wishes) =>
        wishes.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.Value ?? "")
            .Select(tag => tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chosen("zh-Hans") : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Chosen("en") : null)
            .FirstOrDefault(result => result is not null);

    // A browser says the same with every request.
    private static readonly Recent<string, Wish> KnownWishes = new(100);

    private sealed record Wish(ProviderCultureResult? Language);

    private static void AddHouseSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = options.DefaultChallengeScheme = options.DefaultForbidScheme = options.DefaultAuthenticateScheme = "House";
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null)
            .AddPolicyScheme("House", null, options => options.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api") ? ApiKeyScheme.Name : IdentityConstants.ApplicationScheme);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "session";
            cookie.LoginPath = "/sign-in";
            // The answer is told at the address that was asked for.
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            cookie.Events.OnValidatePrincipal = HoldAgainstAccount;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .PostConfigure<TimeProvider>((cookie, time) => cookie.TicketDataFormat = new RecentTickets(cookie.TicketDataFormat, time));
        services.AddSingleton<IAuthorizationHandler, NeedsHandler>();
        // What names no need is open to nobody.
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>What the framework does; but the validator and all it is made of, ten kilobytes, is only asked for when it is time.</summary>
    private static Task HoldAgainstAccount(CookieValidatePrincipalContext session)
    {
        var interval = session.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval;
        return session.Properties.IssuedUtc is { } issued && session.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - issued <= interval
            ? Task.CompletedTask
            : SecurityStampValidator.ValidatePrincipalAsync(session);
    }

    private static void Localise(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Say("“{0}” is not what is expected here.", value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Say("“{0}” is not what is expected here.", value));
        messages.SetValueIsInvalidAccessor(value => Say("“{0}” is not what is expected here.", value));
        messages.SetUnknownValueIsInvalidAccessor(_ => Say("This is not what is expected here."));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("This is not what is expected here."));
        messages.SetValueMustNotBeNullAccessor(_ => Say("Something has to be given here."));
        messages.SetMissingBindRequiredValueAccessor(_ => Say("Something has to be given here."));
        messages.SetMissingKeyOrValueAccessor(() => Say("Something has to be given here."));
        messages.SetValueMustBeANumberAccessor(_ => Say("Give a number here, such as 1234.5."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("Give a number here, such as 1234.5."));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Say("The form arrived empty. Please send it again."));
    }

    // Set once for the whole program, so it reaches for the language of the request at hand itself.
    private static string Say(string english, params object[] args) => ModelMessages.In(Languages.Current, english, args);

    internal static ITexts ModelMessages { get; set; } = null!;
}
