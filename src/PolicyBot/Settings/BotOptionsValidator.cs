using Microsoft.Extensions.Options;

namespace PolicyBot.Settings;

[OptionsValidator]
internal sealed partial class BotOptionsValidator : IValidateOptions<BotOptions>;
