import { Empty } from "@/app/_ui/empty";

/** What stands where a list of hubs would. */
export function NoHubs({ beyondEnd = false }: { beyondEnd?: boolean }) {
  if (beyondEnd) return <Empty>The list ends before this page.</Empty>;
  return (
    <Empty>
      No hub yet. An admin brings one in with <code>npm run import -- FILE</code>.
    </Empty>
  );
}
