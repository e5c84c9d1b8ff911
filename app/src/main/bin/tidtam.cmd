@echo off
rem Starts Tidtam from its packaged folder.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version 2>&1 | findstr /r /c:"version .1[7-9]" /c:"version .[2-9][0-9]" >nul
if errorlevel 1 (
  echo tidtam: Java 17 or later was not found: install it, or set JAVA_HOME 1>&2
  exit /b 2
)
chcp 65001 >nul
for %%j in ("%~dp0..\lib\app-*.jar") do set "MAIN_JAR=%%~fj"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx512m -Djava.awt.headless=true ^
  -Dfile.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 ^
  %TIDTAM_JAVA_OPTS% -cp "%MAIN_JAR%" tidtam.app.Tidtam %*
exit /b %errorlevel%
