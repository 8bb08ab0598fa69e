/* measure REPORT SECONDS COMMAND [ARG...]
 *
 * Runs a command and writes "status user_us system_us maxrss_kib" to REPORT. A program of its own, and not the Python
 * driver, because Linux counts a process's peak from before its exec: a child of an interpreter starts at the
 * interpreter's own size, and one of this program at almost nothing.
 * `status` is the exit code, 1000 + the signal, or -1 when the time ran out.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t expired;
static pid_t child;

static void on_alarm(int signal_number) {
    (void)signal_number;
    expired = 1;
    kill(child, SIGKILL);
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    child = fork();
    if (child < 0) return 2;
    if (child == 0) {
        execvp(argv[3], argv + 3);
        _exit(127);
    }
    signal(SIGALRM, on_alarm);
    alarm((unsigned)atoi(argv[2]));
    int status;
    struct rusage usage;
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 2;
    }
    int code = expired ? -1 : WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
    FILE *report = fopen(argv[1], "w");
    if (!report) return 2;
    fprintf(report, "%d %lld %lld %ld\n", code,
            usage.ru_utime.tv_sec * 1000000LL + usage.ru_utime.tv_usec,
            usage.ru_stime.tv_sec * 1000000LL + usage.ru_stime.tv_usec, usage.ru_maxrss);
    return fclose(report) == 0 ? 0 : 2;
}
