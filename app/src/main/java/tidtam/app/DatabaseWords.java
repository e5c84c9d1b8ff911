package tidtam.app;

import java.nio.file.Path;
import tidtam.app.store.DatabaseException;

/** What is said where the database of a data folder cannot be used. */
final class DatabaseWords {
    private DatabaseWords() {}

    /** Why the database cannot be used, and what to do about it. */
    static String of(DatabaseException e, Path data, Voice voice) {
        return data
                + switch (e.why()) {
                    case IN_USE ->
                        voice.say(
                                ": tidtam warn อีกชุดกำลังใช้โฟลเดอร์นี้ ให้รอจนเสร็จแล้วสั่งใหม่",
                                ": another tidtam warn uses this folder; wait for it and try again");
                    case LOCKED ->
                        voice.say(
                                ": โปรแกรมอื่นเปิดฐานข้อมูล tidtam.db ค้างไว้ ให้ปิดแล้วสั่งใหม่ ไม่มีสิ่งใดสูญหาย",
                                ": another program holds the database tidtam.db; close it and try again. Nothing was lost");
                    case READ_ONLY ->
                        voice.say(
                                ": เขียนฐานข้อมูลในโฟลเดอร์นี้ไม่ได้ ให้ตรวจสิทธิ์ของโฟลเดอร์และแฟ้ม tidtam.db",
                                ": the database cannot be written here; check the permissions of the folder and of tidtam.db");
                    case NEWER ->
                        voice.say(
                                ": ฐานข้อมูลเขียนด้วยโปรแกรมรุ่นใหม่กว่า (" + e.getMessage()
                                        + ") ให้ใช้โปรแกรมรุ่นนั้น ไม่ได้เปลี่ยนสิ่งใด",
                                ": a later version of the program wrote the database (" + e.getMessage()
                                        + "); use that version. Nothing was changed");
                    case DAMAGED ->
                        voice.say(
                                ": tidtam.db ไม่ใช่ฐานข้อมูล หรือเสียหาย ให้นำสำเนาสำรองมาวางแทน",
                                ": tidtam.db is no database, or is damaged; put a backup in its place");
                    case FULL ->
                        voice.say(
                                ": เนื้อที่เต็ม ให้เพิ่มเนื้อที่แล้วสั่งใหม่ สิ่งที่บันทึกไว้ก่อนยังอยู่ครบ",
                                ": no space is left; make room and try again. What was kept before is still there");
                    case OTHER ->
                        voice.say(": ใช้ฐานข้อมูลไม่ได้", ": the database cannot be used") + " (" + e.getMessage()
                                + ")";
                };
    }
}
