import type { Provider } from "@/lib/auth/providers";

/** Ways to sign in that somebody else vouches for. Plain links: the way there begins with a page of ours. */
export function ProviderLinks({ providers, from }: { providers: readonly Provider[]; from: string }) {
  if (providers.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-serif text-list font-semibold">With an account elsewhere</h2>
      <ul className="flex flex-wrap gap-2.5">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <a
              href={`/sign-in/with/${id}?from=${encodeURIComponent(from)}`}
              className="inline-flex min-h-10 items-center rounded-md border border-edge bg-card px-4 text-ui text-ink no-underline hover:border-ink"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
