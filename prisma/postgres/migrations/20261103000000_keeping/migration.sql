-- AlterTable
ALTER TABLE "Subscriber" ADD COLUMN "importId" TEXT;

-- CreateTable
CREATE TABLE "Import" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fileName" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'RUNNING',
    "position" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMP(3),
    CONSTRAINT "Import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "state is RUNNING, DONE, UNDOING or UNDONE" CHECK ("state" IN ('RUNNING', 'DONE', 'UNDOING', 'UNDONE'))
);

-- CreateTable
CREATE TABLE "ImportChange" (
    "importId" TEXT NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "ImportChange_pkey" PRIMARY KEY ("importId", "subscriberId"),
    CONSTRAINT "ImportChange_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ImportChange_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "Subscriber" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportChange_subscriberId_idx" ON "ImportChange"("subscriberId");
