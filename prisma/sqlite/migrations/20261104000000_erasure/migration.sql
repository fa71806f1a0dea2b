-- A delivery outlives its reader, without naming anybody, so that what an issue's send came to stays right.
-- SQLite loosens a column only by making the table anew.
CREATE TABLE "new_Delivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "issue" TEXT NOT NULL,
    "subscriberId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "messageId" TEXT NOT NULL,
    "workerId" TEXT,
    "nextAttemptAt" DATETIME,
    "firstTriedAt" DATETIME,
    "changedAt" DATETIME,
    "lastReply" TEXT,
    "refusal" TEXT,
    CONSTRAINT "Delivery_issue_fkey" FOREIGN KEY ("issue") REFERENCES "Send" ("issue") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delivery_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "state is QUEUED, SENDING, SENT, RETRY, REFUSED, SKIPPED or UNCERTAIN" CHECK ("state" IN ('QUEUED', 'SENDING', 'SENT', 'RETRY', 'REFUSED', 'SKIPPED', 'UNCERTAIN')),
    CONSTRAINT "a SENDING delivery is in a worker's hand" CHECK ("state" <> 'SENDING' OR "workerId" IS NOT NULL),
    CONSTRAINT "a RETRY knows when" CHECK ("state" <> 'RETRY' OR "nextAttemptAt" IS NOT NULL)
);

INSERT INTO "new_Delivery" ("id", "issue", "subscriberId", "state", "attempts", "messageId", "workerId", "nextAttemptAt", "firstTriedAt", "changedAt", "lastReply", "refusal")
SELECT "id", "issue", "subscriberId", "state", "attempts", "messageId", "workerId", "nextAttemptAt", "firstTriedAt", "changedAt", "lastReply", "refusal" FROM "Delivery";
DROP TABLE "Delivery";
ALTER TABLE "new_Delivery" RENAME TO "Delivery";

-- One delivery for each issue and reader, whatever happens.
CREATE UNIQUE INDEX "Delivery_issue_subscriberId_key" ON "Delivery"("issue", "subscriberId");

-- CreateIndex
CREATE INDEX "Delivery_subscriberId_idx" ON "Delivery"("subscriberId");

-- What may be claimed, what waits, and what is in a worker's hand: each without the many that are done.
CREATE INDEX "Delivery_queued_idx" ON "Delivery"("issue", "id") WHERE "state" = 'QUEUED' AND "workerId" IS NULL;
CREATE INDEX "Delivery_retry_idx" ON "Delivery"("issue", "nextAttemptAt") WHERE "state" = 'RETRY' AND "workerId" IS NULL;
CREATE INDEX "Delivery_held_idx" ON "Delivery"("workerId", "issue") WHERE "workerId" IS NOT NULL;
CREATE INDEX "Delivery_uncertain_idx" ON "Delivery"("issue") WHERE "state" = 'UNCERTAIN';

CREATE TRIGGER "Subscriber_leaves_deliveries" BEFORE DELETE ON "Subscriber"
BEGIN
    UPDATE "Delivery" SET
        "subscriberId" = NULL, "messageId" = '', "lastReply" = NULL,
        "nextAttemptAt" = CASE WHEN "state" IN ('QUEUED', 'RETRY') THEN NULL ELSE "nextAttemptAt" END,
        "workerId" = CASE WHEN "state" IN ('QUEUED', 'RETRY') THEN NULL ELSE "workerId" END,
        "state" = CASE WHEN "state" IN ('QUEUED', 'RETRY') THEN 'SKIPPED' ELSE "state" END
    WHERE "subscriberId" = OLD."id";
END;
