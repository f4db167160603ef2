using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Serilog;
using Serilog.Events;
using SupplierEsg.Application;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Demo;
using SupplierEsg.Web.Pages.Portal;
using SupplierEsg.Web.Support;

var isDemo = args.Contains(Demo.Flag);
var builder = WebApplication.CreateBuilder([.. args.Where(argument => argument != Demo.Flag)]);
// Within the framework's factory, which makes one logger for each place: Serilog's own makes one for each request, with its caches.
builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddSerilog(new LoggerConfiguration()
    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
    .MinimumLevel.Override("System", LogEventLevel.Warning)
    // It takes every refusal for a failure; what is one is logged where it is told.
    .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
    .ReadFrom.Configuration(builder.Configuration)
    .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
    .CreateLogger(), dispose: true);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);

var dataFolder = Path.GetFullPath(builder.Configuration["Data:Folder"] ?? "data", builder.Environment.ContentRootPath);
Directory.CreateDirectory(dataFolder);
builder.Services.AddApplication().AddInfrastructure(builder.Configuration, dataFolder, isDemo ? "demo.db" : "supplier-esg.db").AddWeb(builder.Configuration);
if (isDemo)
    builder.Services.AddSingleton<TimeProvider, DemoClock>();

var app = builder.Build();
WebSetup.ModelMessages = app.Services.GetRequiredService<ITexts>();
await app.Services.PrepareDatabase();
if (isDemo && !await app.GreetDemonstrators())
    return 1;

app.UseExceptionHandler("/failed");
app.UseSandboxForEvidence();
app.UseSecurityHeaders(Headers.Policy);
app.UseStatusCodePagesForPeople();
app.UseStatusProblemsForPrograms();
app.MapStaticAssets().AllowAnonymous();
app.UseRequestLocalization();
app.UseRouting();
app.UseRateLimiter();
app.AnswerWhatMatchesNothing();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.MapAutosave();
app.MapApi();
app.MapOpenApi().AllowAnonymous();
app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(DatabaseHealth.Ready) }).AllowAnonymous();

await app.RunAsync();
return 0;

/// <summary>Public for the tests that start the program.</summary>
public partial class Program;
