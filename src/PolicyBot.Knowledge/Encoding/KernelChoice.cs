namespace PolicyBot.Knowledge.Encoding;

/// <summary>Chooses the fastest arithmetic that this machine has.</summary>
internal static class KernelChoice
{
    public static EncoderKernels Best { get; } =
        WideKernels.IsSupported ? new WideKernels()
        : PortableKernels.IsSupported ? new PortableKernels()
        : new ScalarKernels();
}
