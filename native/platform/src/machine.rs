//! Windows: what the machine says of itself, as far as nodes of an integration runtime care.

use std::{
    mem::{offset_of, size_of},
    ptr::{null, null_mut},
};

use azir_core::prerequisite::host::{
    InstalledRuntime, Machine, MachineReport, PowerPlan, Reading, Windows, WindowsKind,
};
use windows_sys::{
    Wdk::System::SystemServices::RtlGetVersion,
    Win32::{
        Foundation::LocalFree,
        Security::{
            CheckTokenMembership, CreateWellKnownSid, SECURITY_MAX_SID_SIZE,
            WinBuiltinAdministratorsSid,
        },
        Storage::FileSystem::GetDiskFreeSpaceExW,
        System::{
            Power::{
                GetPwrCapabilities, PowerGetActiveScheme, PowerReadACValueIndex,
                PowerReadFriendlyName, SYSTEM_POWER_CAPABILITIES,
            },
            SystemInformation::{
                ComputerNameDnsHostname, GetComputerNameExW, GetNativeSystemInfo,
                GetSystemWindowsDirectoryW, GlobalMemoryStatusEx, MEMORYSTATUSEX, OSVERSIONINFOEXW,
                PROCESSOR_ARCHITECTURE_AMD64, PROCESSOR_ARCHITECTURE_ARM64, SYSTEM_INFO,
            },
            SystemServices::{
                GUID_HIBERNATE_TIMEOUT, GUID_SLEEP_SUBGROUP, GUID_STANDBY_TIMEOUT,
                VER_NT_DOMAIN_CONTROLLER, VER_NT_WORKSTATION,
            },
            Threading::{ALL_PROCESSOR_GROUPS, GetActiveProcessorCount},
        },
    },
    core::GUID,
};

use crate::{message, registry};

const WINDOWS: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
const DOTNET: &str = r"SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full";
const PROCESSOR: &str = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0";
/// Where the integration runtime keeps its paths and whether it was registered.
const RUNTIME: &str = r"SOFTWARE\Microsoft\DataTransfer\DataManagementGateway\ConfigurationManager";
/// The integration runtime's host service.
const SERVICE: &str = r"SYSTEM\CurrentControlSet\Services\DIAHostService";
const INSTALLED: &str = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall";
/// What the integration runtime is called in the list of installed programs.
const PROGRAM: &str = "Microsoft Integration Runtime";
/// What `HaveRun` says once the machine was registered as a node.
const REGISTERED: &str = "Mdw";

/// This machine.
#[derive(Debug)]
pub struct SystemMachine;

impl Machine for SystemMachine {
    fn read(&self) -> MachineReport {
        MachineReport {
            name: name(),
            windows: windows(),
            is_64_bit: Ok(is_64_bit()),
            dotnet_release: registry::number(DOTNET, "Release"),
            processors: processors(),
            megahertz: registry::number(PROCESSOR, "~MHz")
                .and_then(|own| own.ok_or_else(|| "the registry does not tell it".to_owned())),
            memory: memory(),
            disk: disk(),
            power: power(),
            administrator: administrator(),
            runtime: runtime(),
        }
    }
}

fn name() -> Reading<String> {
    let mut buffer = [0u16; 256];
    let mut length = 256;
    // SAFETY: the buffer has as many characters as are given.
    let done = unsafe {
        GetComputerNameExW(
            ComputerNameDnsHostname,
            buffer.as_mut_ptr(),
            &raw mut length,
        )
    };
    if done == 0 {
        return Err(message::last());
    }
    Ok(registry::text_of(&buffer))
}

fn windows() -> Reading<Windows> {
    let mut version = OSVERSIONINFOEXW {
        dwOSVersionInfoSize: size(size_of::<OSVERSIONINFOEXW>()),
        ..OSVERSIONINFOEXW::default()
    };
    // SAFETY: the longer structure begins with the shorter, and its size tells which it is.
    let status = unsafe { RtlGetVersion((&raw mut version).cast()) };
    if status != 0 {
        return Err(message::text(status.cast_unsigned()));
    }
    let kind = match u32::from(version.wProductType) {
        VER_NT_WORKSTATION => WindowsKind::Client,
        VER_NT_DOMAIN_CONTROLLER => WindowsKind::DomainController,
        _ => WindowsKind::Server,
    };
    Ok(Windows {
        build: version.dwBuildNumber,
        kind,
        edition: registry::text(WINDOWS, "ProductName")
            .ok()
            .flatten()
            .unwrap_or_default(),
    })
}

fn is_64_bit() -> bool {
    let mut info = SYSTEM_INFO::default();
    // SAFETY: the structure can be written.
    unsafe { GetNativeSystemInfo(&raw mut info) };
    // SAFETY: the call wrote this part of the union.
    let architecture = unsafe { info.Anonymous.Anonymous.wProcessorArchitecture };
    matches!(
        architecture,
        PROCESSOR_ARCHITECTURE_AMD64 | PROCESSOR_ARCHITECTURE_ARM64
    )
}

fn processors() -> Reading<u32> {
    // SAFETY: the call takes a number only.
    match unsafe { GetActiveProcessorCount(ALL_PROCESSOR_GROUPS) } {
        0 => Err(message::last()),
        count => Ok(count),
    }
}

fn memory() -> Reading<u64> {
    let mut status = MEMORYSTATUSEX {
        dwLength: size(size_of::<MEMORYSTATUSEX>()),
        ..MEMORYSTATUSEX::default()
    };
    // SAFETY: the structure can be written, and tells its size.
    if unsafe { GlobalMemoryStatusEx(&raw mut status) } == 0 {
        return Err(message::last());
    }
    Ok(status.ullTotalPhys)
}

/// The drive that Windows is on: the software installs there.
fn disk() -> Reading<(String, u64)> {
    let mut buffer = [0u16; 260];
    // SAFETY: the buffer has as many characters as are given.
    let length = unsafe { GetSystemWindowsDirectoryW(buffer.as_mut_ptr(), 260) };
    if length == 0 {
        return Err(message::last());
    }
    // Such as "C:\".
    let root = [buffer[0], buffer[1], buffer[2], 0];
    let mut free = 0;
    // SAFETY: the path ends with a null, and the number can be written.
    let done = unsafe { GetDiskFreeSpaceExW(root.as_ptr(), null_mut(), null_mut(), &raw mut free) };
    if done == 0 {
        return Err(message::last());
    }
    Ok((String::from_utf16_lossy(&root[..2]), free))
}

/// The active scheme, freed with this.
struct Scheme(*mut GUID);

impl Drop for Scheme {
    fn drop(&mut self) {
        // SAFETY: the system allocated it for its caller to free.
        unsafe { LocalFree(self.0.cast()) };
    }
}

fn power() -> Reading<PowerPlan> {
    let mut scheme = null_mut();
    // SAFETY: the place for the pointer can be written.
    let status = unsafe { PowerGetActiveScheme(null_mut(), &raw mut scheme) };
    if status != 0 {
        return Err(message::text(status));
    }
    if scheme.is_null() {
        return Err("there is no active power plan".to_owned());
    }
    let scheme = Scheme(scheme);
    let (can_hibernate, can_sleep) = sleep_states();
    let after = |can: bool, setting: &GUID| -> Reading<u32> {
        if can {
            Ok(seconds(&scheme, setting)?.div_ceil(60))
        } else {
            Ok(0)
        }
    };
    Ok(PowerPlan {
        name: plan_name(&scheme),
        hibernates_after: after(can_hibernate, &GUID_HIBERNATE_TIMEOUT)?,
        sleeps_after: after(can_sleep, &GUID_STANDBY_TIMEOUT)?,
    })
}

/// Whether hibernation is switched on, and whether the machine can sleep at all.
fn sleep_states() -> (bool, bool) {
    let mut capabilities = SYSTEM_POWER_CAPABILITIES::default();
    // SAFETY: the structure can be written.
    if !unsafe { GetPwrCapabilities(&raw mut capabilities) } {
        // Without an answer the plan decides.
        return (true, true);
    }
    let is = |offset: usize| {
        // SAFETY: the offset is that of a member of one byte, read as a byte: the system may mean other numbers than 1.
        let byte = unsafe { *(&raw const capabilities).cast::<u8>().add(offset) };
        byte != 0
    };
    let hibernates = is(offset_of!(SYSTEM_POWER_CAPABILITIES, SystemS4))
        && is(offset_of!(SYSTEM_POWER_CAPABILITIES, HiberFilePresent));
    let sleeps = [
        offset_of!(SYSTEM_POWER_CAPABILITIES, SystemS1),
        offset_of!(SYSTEM_POWER_CAPABILITIES, SystemS2),
        offset_of!(SYSTEM_POWER_CAPABILITIES, SystemS3),
        offset_of!(SYSTEM_POWER_CAPABILITIES, AoAc),
    ]
    .into_iter()
    .any(is);
    (hibernates, sleeps)
}

/// What the scheme does on mains after so many seconds; 0 for never.
fn seconds(scheme: &Scheme, setting: &GUID) -> Reading<u32> {
    let mut value = 0;
    // SAFETY: all identifiers outlive the call, and the number can be written.
    let status = unsafe {
        PowerReadACValueIndex(
            null_mut(),
            scheme.0,
            &GUID_SLEEP_SUBGROUP,
            setting,
            &raw mut value,
        )
    };
    if status == 0 {
        Ok(value)
    } else {
        Err(message::text(status))
    }
}

fn plan_name(scheme: &Scheme) -> String {
    let mut buffer = [0u16; 128];
    let mut bytes = size(size_of_val(&buffer));
    // SAFETY: the buffer has as many bytes as are given, and nothing but the scheme is asked about.
    let status = unsafe {
        PowerReadFriendlyName(
            null_mut(),
            scheme.0,
            null(),
            null(),
            buffer.as_mut_ptr().cast(),
            &raw mut bytes,
        )
    };
    if status == 0 {
        registry::text_of(&buffer)
    } else {
        String::new()
    }
}

/// Whether this process has an administrator's rights, which one that is not elevated has not.
fn administrator() -> Reading<bool> {
    let mut sid = [0u8; SECURITY_MAX_SID_SIZE as usize];
    let mut length = SECURITY_MAX_SID_SIZE;
    // SAFETY: the buffer has as many bytes as are given; this group belongs to no domain.
    let made = unsafe {
        CreateWellKnownSid(
            WinBuiltinAdministratorsSid,
            null_mut(),
            sid.as_mut_ptr().cast(),
            &raw mut length,
        )
    };
    if made == 0 {
        return Err(message::last());
    }
    let mut is = 0;
    // SAFETY: the group was just made; without a token the thread's own is meant.
    let done = unsafe { CheckTokenMembership(null_mut(), sid.as_mut_ptr().cast(), &raw mut is) };
    if done == 0 {
        return Err(message::last());
    }
    Ok(is != 0)
}

fn runtime() -> Reading<Option<InstalledRuntime>> {
    let path = registry::text(RUNTIME, "DiacmdPath")?;
    let service = registry::text(SERVICE, "ImagePath")?;
    if path.is_none() && service.is_none() {
        return Ok(None);
    }
    let registered = registry::text(RUNTIME, "HaveRun")?;
    Ok(Some(InstalledRuntime {
        version: installed_version(),
        registered: registered.is_some_and(|own| own.eq_ignore_ascii_case(REGISTERED)),
    }))
}

/// The version that the list of installed programs shows.
fn installed_version() -> Option<String> {
    registry::keys(INSTALLED).into_iter().find_map(|key| {
        let key = format!(r"{INSTALLED}\{key}");
        let name = registry::text(&key, "DisplayName").ok().flatten()?;
        if !name.starts_with(PROGRAM) {
            return None;
        }
        registry::text(&key, "DisplayVersion").ok().flatten()
    })
}

fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(0)
}
