"""A bound on the memory of this process, set by itself before it touches what it was given."""

from __future__ import annotations

import sys


def limit_memory(most: int) -> bool:
    """Let this process take `most` bytes and no more; False where the system offers no such bound."""
    return _limit_on_windows(most) if sys.platform == "win32" else _limit_on_posix(most)


def _limit_on_posix(most: int) -> bool:
    if sys.platform == "win32":  # for the type checker: there is no `resource`
        return False
    import resource

    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (OSError, ValueError):  # macOS knows the limit and may not grant it
        return False
    return True


def _limit_on_windows(most: int) -> bool:
    """A job object around this process. Not yet seen on a real Windows."""
    if sys.platform != "win32":
        return False
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class Extended(ctypes.Structure):
        _fields_ = [
            ("Basic", Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    extended_information, process_memory = 9, 0x100
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
    limits = Extended()
    limits.Basic.LimitFlags = process_memory
    limits.ProcessMemoryLimit = most
    is_set = kernel.SetInformationJobObject(
        job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    process = wintypes.HANDLE(kernel.GetCurrentProcess())
    return bool(is_set and kernel.AssignProcessToJobObject(job, process))
