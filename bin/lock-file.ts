export interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  extraneous?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  packages: Record<string, LockedPackage>;
}

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "windows",
];
const PROCESSORS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];

/** The entries that a lock file lacks: optional dependencies, at an exact version, of the packages that it has. */
export function missingFromLock(lock: LockFile): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const near = `${place}/node_modules/${name}`;
      const top = `node_modules/${name}`;
      if (lock.packages[near] || lock.packages[top]) continue;
      missing[top] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
    }
  return missing;
}

/** The platform that a package is for, read from its name: `@scope/cli-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> {
  const words = name.split(/[/-]/);
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(libc && system === "linux" ? { libc: [libc] } : {}),
    ...(system ? { os: [system === "windows" ? "win32" : system] } : {}),
  };
}
