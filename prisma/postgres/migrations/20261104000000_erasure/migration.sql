-- A delivery outlives its reader, without naming anybody, so that what an issue's send came to stays right.
ALTER TABLE "Delivery" ALTER COLUMN "subscriberId" DROP NOT NULL;
ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_subscriberId_fkey";
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE FUNCTION subscriber_leaves_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Delivery" SET
        "subscriberId" = NULL, "messageId" = '', "lastReply" = NULL,
        "nextAttemptAt" = CASE WHEN "state" IN ('QUEUED', 'RETRY') THEN NULL ELSE "nextAttemptAt" END,
        "workerId" = CASE WHEN "state" IN ('QUEUED', 'RETRY') THEN NULL ELSE "workerId" END,
        "state" = CASE WHEN "state" IN ('QUEUED', 'RETRY') THEN 'SKIPPED' ELSE "state" END
    WHERE "subscriberId" = OLD."id";
    RETURN OLD;
END $$;

CREATE TRIGGER "Subscriber_leaves_deliveries" BEFORE DELETE ON "Subscriber"
FOR EACH ROW EXECUTE FUNCTION subscriber_leaves_deliveries();
