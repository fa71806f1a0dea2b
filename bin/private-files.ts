// What these programs write names people: databases, kept mail, backups are for this account alone.
process.umask(0o077);
