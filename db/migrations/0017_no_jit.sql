-- Compiling a query takes longer here than running it: a third of an import, and most of a reader's query. It holds for
-- connections that are opened from now on; who may not set it sets it as an administrator of the server.
do $$ begin
  execute format('alter database %I set jit = off', current_database());
exception when insufficient_privilege then
  raise notice 'jit stays on: the user of DATABASE_URL does not own the database';
end $$;
