using System;
using System.Runtime.InteropServices;

namespace AzIntegrationRuntime.Native;

/// <summary>Represents a running operation of the library. Closing it cancels what still runs.</summary>
/// <remarks>
/// The number is the library's, not an address, and has 64 bits in every process; a finalizer closes an operation that
/// was abandoned. It may be closed from any thread, also while another waits for a frame.
/// </remarks>
internal sealed class OperationHandle : SafeHandle
{
    private readonly Library library;
    private readonly long operation;

    private OperationHandle(Library library, long operation)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        this.library = library;
        this.operation = operation;
        SetHandle(new IntPtr(1));
    }

    /// <inheritdoc />
    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>Starts the operation of a request and wipes the request's secrets.</summary>
    /// <exception cref="NativeStatusException">The library did not understand the request.</exception>
    internal static OperationHandle Start(Library library, NativeRequest request)
    {
        int status;
        long operation;
        try
        {
            status = library.Start(request.Json, request.Secrets, out operation);
        }
        finally
        {
            Array.Clear(request.Secrets, 0, request.Secrets.Length);
        }

        return status >= 0
            ? new OperationHandle(library, operation)
            : throw new NativeStatusException($"start '{request.Operation}'", status);
    }

    /// <summary>Waits for the next frame; the answer is its kind, or a status below zero.</summary>
    internal int Next(int timeoutMilliseconds, out long length)
    {
        var kind = library.Next(operation, timeoutMilliseconds, out length);
        GC.KeepAlive(this);
        return kind;
    }

    /// <summary>Copies the frame into the buffer; the answer is its length, or a status below zero.</summary>
    internal long Read(byte[] buffer)
    {
        var length = library.Read(operation, buffer);
        GC.KeepAlive(this);
        return length;
    }

    /// <summary>Answers the question that was read last and wipes the answer.</summary>
    internal int Answer(byte[] bytes)
    {
        try
        {
            return library.Answer(operation, bytes);
        }
        finally
        {
            Array.Clear(bytes, 0, bytes.Length);
            GC.KeepAlive(this);
        }
    }

    /// <inheritdoc />
    protected override bool ReleaseHandle() => library.Close(operation) >= 0;
}

/// <summary>Represents a status that no correct use of the library gives.</summary>
internal sealed class NativeStatusException(string action, long status)
    : InvalidOperationException($"The native library could not {action}: {Describe(status)} (status {status}).")
{
    private static string Describe(long status) => status switch
    {
        Library.RequestError =>
            "the request was not understood; module and library may be of different builds: restart PowerShell",
        Library.PanicError => "an internal error; the session can go on",
        _ => "an internal error",
    };
}
